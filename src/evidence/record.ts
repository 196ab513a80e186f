import * as v from "valibot";
import { VERDICTS } from "../detection/verdict.ts";
import { Sha256 } from "../watchlist/fields.ts";
import { asciiJson } from "./ascii-json.ts";
import { disclosureLine, parseJson } from "./disclosure.ts";
import { EvidenceError } from "./evidence-error.ts";
import { FIELDS_OF, type FieldName, type Fields, type RecordKind } from "./field.ts";
import { lineHash } from "./line.ts";
import { refuseNewerForm } from "./newer-form.ts";

/** The form of the lines written here. */
const FORMAT = "rootwatch-record/1";

/** What the first record of a journal has in the place of a predecessor's hash. */
export const NO_PREDECESSOR = "0".repeat(64);

const Short = v.pipe(v.string(), v.maxLength(255));

const Versions = v.strictObject({
  rootwatch: Short,
  /** The day of the watchlist. */
  watchlist: Short,
  /** Name and version, such as "Firefox 140.0". */
  browser: Short,
});
export type Versions = v.InferOutput<typeof Versions>;

const Digests = <Kind extends RecordKind>(kind: Kind) =>
  v.strictObject(
    Object.fromEntries(FIELDS_OF[kind].map((name) => [name, Sha256])) as Record<
      (typeof FIELDS_OF)[Kind][number],
      typeof Sha256
    >,
  );

const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const CHAINED = {
  format: v.literal(FORMAT),
  /** 1 for the first record of a journal. */
  seq: Seq,
  /** SHA-256 of the line before. */
  prev: Sha256,
};

const JUDGED = {
  verdict: v.picklist(VERDICTS),
  /** The rules that spoke, strongest first. */
  rules: v.array(Short),
  /** Null also where it would give away a host or an own entry; then the field of that name has it. */
  authority: v.nullable(Short),
  /** SHA-256 of the matched key's SubjectPublicKeyInfo; null also as above. */
  key: v.nullable(Sha256),
};

const LAST = {
  /** Whether the device's clock showed an earlier time than at the record before. */
  clockWentBack: v.boolean(),
  versions: Versions,
};

/** What anyone may read of a record. */
const RecordLine = v.variant("kind", [
  v.strictObject({
    ...CHAINED,
    kind: v.literal("connection"),
    ...JUDGED,
    connection: v.picklist(["page", "probe"]),
    basis: v.picklist(["browser-built", "leaf-only", "sent", "error", "none"]),
    outcome: v.picklist(["passed", "stopped", "unknown"]),
    source: Short,
    /** The browser's name for its refusal, or Rootwatch's reason why nothing was seen; null when a chain was seen. */
    error: v.nullable(Short),
    rootIsBuiltIn: v.nullable(v.boolean()),
    exceptionAccepted: v.boolean(),
    /** The same for all hosts of one check that was pressed; null outside one. */
    check: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))),
    ...LAST,
    fields: Digests("connection"),
  }),
  v.strictObject({ ...CHAINED, kind: v.literal("offer"), ...JUDGED, ...LAST, fields: Digests("offer") }),
  v.strictObject({ ...CHAINED, kind: v.literal("added-root"), ...LAST, fields: Digests("added-root") }),
  /** `of`: the record that was seen again. */
  v.strictObject({ ...CHAINED, kind: v.literal("count"), of: Seq, ...LAST, fields: Digests("count") }),
]);
export type RecordLine = v.InferOutput<typeof RecordLine>;

/** What a record is made from. */
export type RecordContent = { readonly [Kind in RecordKind]: ContentOf<Kind> }[RecordKind];

interface ContentOf<Kind extends RecordKind> {
  readonly open: Omit<Extract<RecordLine, { kind: Kind }>, "format" | "seq" | "prev" | "clockWentBack" | "fields">;
  readonly fields: Pick<Fields, (typeof FIELDS_OF)[Kind][number]>;
}

/** A record as it is kept: exactly these lines, never written anew. */
export interface FormedRecord {
  readonly seq: number;
  readonly line: string;
  /** `lineHash` of the line. */
  readonly hash: string;
  /** One for every field. */
  readonly disclosures: readonly string[];
}

/** What a record follows: number and hash of the one before it. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first record. */
export const EMPTY_HEAD: Head = { seq: 0, hash: NO_PREDECESSOR };

/** Makes the record that follows `head`. */
export async function formRecord(
  { open, fields }: RecordContent,
  head: Head,
  clockWentBack: boolean,
): Promise<FormedRecord> {
  const { kind, versions, ...said } = open;
  const seq = head.seq + 1;
  const names: readonly FieldName[] = FIELDS_OF[kind];
  const disclosures = names.map((name) => disclosureLine(name, (fields as Partial<Fields>)[name]));
  const digests = await Promise.all(disclosures.map(lineHash));
  const line = asciiJson({
    ...{ format: FORMAT, seq, prev: head.hash, kind, ...said, clockWentBack, versions },
    fields: Object.fromEntries(names.map((name, index) => [name, digests[index]])),
  });
  return { seq, line, hash: await lineHash(line), disclosures };
}

/** Reads a record's line. @param at where it stands. @throws EvidenceError when it is none, NewerFormError when a newer version wrote it. */
export const parseRecord = (line: string, at: string): RecordLine => recordOf(parseJson(line, at), at);

/** The same of a line's JSON. */
export function recordOf(json: unknown, at: string): RecordLine {
  const result = v.safeParse(RecordLine, json);
  if (result.success) return result.output;
  refuseNewerForm(json, FORMAT, at);
  const [issue] = result.issues;
  throw new EvidenceError(at, "no-record", v.getDotPath(issue) ?? "line", issue.message);
}
