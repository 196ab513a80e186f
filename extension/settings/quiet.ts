import * as v from "valibot";
import type { Assessment } from "../../src/detection/assessment.ts";
import type { Observation } from "../../src/detection/observation.ts";

/** The longest host name (RFC 1035 section 2.3.4), and more than any browser's name for an error. */
const LONGEST_TEXT = 255;
/** As long as the names that are kept of certificates. */
const LONGEST_SUBJECT = 500;

const Key = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Short = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const Subject = v.pipe(v.string(), v.maxLength(LONGEST_SUBJECT));

/**
 * What the user does not want to be told of again: a root key (SPKI SHA-256, hex), a host under a root key, or, as a refusal shows no key,
 * a host with the browser's name for the error. `subject` only says what the root calls itself.
 */
export const Quiet = v.variant("binds", [
  v.strictObject({ binds: v.literal("root"), rootKey: Key, subject: Subject }),
  v.strictObject({ binds: v.literal("host"), host: Short, rootKey: Key, subject: Subject }),
  v.strictObject({ binds: v.literal("refusal"), host: Short, errorCode: Short }),
]);
export type Quiet = v.InferOutput<typeof Quiet>;

/** What a host was found to be, as far as it can be quieted. */
interface Judged {
  readonly host: string;
  readonly basis: Observation["basis"];
  /** The browser's own name of its refusal; null when it refused nothing. */
  readonly errorCode: string | null;
  readonly assessment: Assessment;
}

/** Everything by which a host could be quieted, the narrowest first; nothing for a verdict that always speaks. */
export function quietChoices({ host, basis, errorCode, assessment }: Judged): Quiet[] {
  const { verdict, root, certificates } = assessment;
  if (verdict === "refused") return errorCode === null ? [] : [{ binds: "refusal", host, errorCode }];
  const certificate = root && certificates[root.certificate];
  if ((verdict !== "added-root" && verdict !== "listed") || !certificate) return [];
  const { spkiSha256: rootKey, subject } = certificate;
  const byHost: Quiet = { binds: "host", host, rootKey, subject };
  // Without the whole chain the last certificate may be the site's own.
  return basis === "browser-built" ? [byHost, { binds: "root", rootKey, subject }] : [byHost];
}

/** The first of the entries that quiets a host; null when it speaks. */
export function quietedBy(judged: Judged, entries: readonly Quiet[]): Quiet | null {
  if (entries.length === 0) return null;
  const choices = quietChoices(judged).map(quietId);
  return entries.find((entry) => choices.includes(quietId(entry))) ?? null;
}

/** Tells entries apart. */
export function quietId(entry: Quiet): string {
  switch (entry.binds) {
    case "root":
      return `root ${entry.rootKey}`;
    case "host":
      return `host ${entry.rootKey} ${entry.host}`;
    case "refusal":
      return `refusal ${entry.errorCode} ${entry.host}`;
  }
}
