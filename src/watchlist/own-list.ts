import * as v from "valibot";
import { CertificateError } from "../certificate/errors.ts";
import { hexDigest } from "../certificate/fingerprint.ts";
import { parseSubjectPublicKeyInfo } from "../certificate/public-key.ts";
import { fromBase64 } from "./base64.ts";
import { identityOf, OwnEntry } from "./own-entry.ts";
import { OwnListError, type OwnListFault } from "./own-list-error.ts";

/** The most entries an own list may have. */
export const MOST_OWN_ENTRIES = 500;

const FORMAT = "rootwatch-own-list";
const VERSION = 1;

const Head = v.object({ format: v.literal(FORMAT), version: v.unknown(), entries: v.unknown() });

const Body = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  entries: v.pipe(v.array(v.unknown()), v.maxLength(MOST_OWN_ENTRIES)),
});

/** The certificates and keys that a user chose to watch, in the form in which they are stored, exported and imported: docs/own-list.md. */
export interface OwnList {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly entries: readonly OwnEntry[];
}

/** An own list of these entries. */
export const ownListOf = (entries: readonly OwnEntry[]): OwnList => ({ format: FORMAT, version: VERSION, entries });

/** The list as the text of a file. */
export const ownListText = (list: OwnList): string => `${JSON.stringify(list, null, 2)}\n`;

/** Reads a list from the text of a file. @throws OwnListError for the first thing that is wrong. */
export async function parseOwnList(text: string): Promise<OwnList> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new OwnListError("not-json", "list", "it is not JSON");
  }
  return readOwnList(value);
}

/** Reads a list from a JSON value. @throws OwnListError for the first thing that is wrong. */
export async function readOwnList(value: unknown): Promise<OwnList> {
  const head = v.safeParse(Head, value);
  if (!head.success) throw new OwnListError("other-format", "list", `it is no JSON object of format "${FORMAT}"`);
  const { version, entries } = head.output;
  if (version !== VERSION) {
    throw new OwnListError(
      "other-version",
      "version",
      `version ${VERSION} is wanted; a newer Rootwatch may write others`,
    );
  }
  if (Array.isArray(entries) && entries.length > MOST_OWN_ENTRIES) {
    throw new OwnListError("too-many", "entries", `${entries.length} where a list may have ${MOST_OWN_ENTRIES}`);
  }
  const body = v.safeParse(Body, value);
  if (!body.success) throw fieldError("other-format", "", body.issues[0]);
  return ownListOf(await checkedOwnEntries(body.output.entries));
}

/**
 * Checks entries one by one: their form, that each key can be read, that its hash is its own, and that none is there twice.
 * @throws OwnListError naming the place, "entries.3.publicKey", for the first thing that is wrong.
 */
export async function checkedOwnEntries(values: readonly unknown[]): Promise<OwnEntry[]> {
  const entries: OwnEntry[] = [];
  const places = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const at = `entries.${index}`;
    const result = v.safeParse(OwnEntry, value);
    if (!result.success) throw fieldError("bad-entry", at, result.issues[0]);
    await checkKey(result.output, at);
    const identity = identityOf(result.output);
    const first = places.get(identity);
    if (first !== undefined) throw new OwnListError("duplicate", at, `it is the same as entries.${first}`);
    places.set(identity, index);
    entries.push(result.output);
  }
  return entries;
}

async function checkKey({ publicKey, spkiSha256 }: OwnEntry, at: string): Promise<void> {
  const der = fromBase64(publicKey);
  try {
    parseSubjectPublicKeyInfo(der);
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    throw new OwnListError("bad-entry", `${at}.publicKey`, `it is no SubjectPublicKeyInfo (${error.message})`);
  }
  const actual = await hexDigest("SHA-256", der);
  if (actual !== spkiSha256) {
    throw new OwnListError("wrong-hash", `${at}.spkiSha256`, `it is not the SHA-256 of publicKey, which is ${actual}`);
  }
}

/** Names the field, never the value: a list may hold what its owner would not want in a message. */
function fieldError(fault: OwnListFault, at: string, issue: v.BaseIssue<unknown>): OwnListError {
  const path = [at, v.getDotPath(issue)].filter((part) => part).join(".");
  const text = issue.expected === "never" ? "there is no such field" : issue.message;
  return new OwnListError(fault, (path || "list").slice(0, 100), text);
}
