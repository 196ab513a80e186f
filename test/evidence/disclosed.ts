import { createHash } from "node:crypto";
import type { DisclosedRecord } from "../../src/evidence/disclosed.ts";
import { FIELDS_OF, type Fields, type RecordKind } from "../../src/evidence/field.ts";
import { NO_PREDECESSOR, type RecordLine, recordOf } from "../../src/evidence/record.ts";

/** A SHA-256 that is of nothing in evidence. */
export const HASH = "ab".repeat(32);

/** What each record says of the versions. */
export const VERSIONS = { rootwatch: "1.0.0", watchlist: "2026-11-21", browser: "Firefox 140.0" };

const JUDGED = { verdict: "nothing-found", rules: [], authority: null, key: null };

const OPEN: Readonly<Record<RecordKind, object>> = {
  connection: {
    ...JUDGED,
    ...{ connection: "page", basis: "browser-built", outcome: "passed", source: "firefox-security-info", error: null },
    ...{ rootIsBuiltIn: false, exceptionAccepted: false, check: null },
  },
  offer: JUDGED,
  "added-root": {},
  count: { of: 1 },
};

/** A record as its reader has it, the first of its journal: nothing was found, and nothing is shown, unless told otherwise. */
export function disclosed<Kind extends RecordKind>(
  kind: Kind,
  said: Partial<Extract<RecordLine, { kind: Kind }>> = {},
  shown: Partial<Fields> = {},
): DisclosedRecord {
  const open = {
    ...{ format: "rootwatch-record/1", seq: 1, prev: NO_PREDECESSOR, kind, ...OPEN[kind], clockWentBack: false },
    versions: VERSIONS,
    fields: Object.fromEntries(FIELDS_OF[kind].map((name) => [name, HASH])),
    ...said,
  };
  const line = JSON.stringify(open);
  const hash = createHash("sha256").update(line).digest("hex");
  return { record: recordOf(open, "here"), line, hash, shown, hiddenHost: null };
}

/** A finding as it is kept, that a rule explains and nothing rests on, unless told otherwise. */
export const keptFinding = (
  rule: string,
  differently: Partial<Fields["findings"][number]> = {},
): Fields["findings"][number] => ({
  ...{ rule, verdict: null, strength: "context", authority: null, role: null, match: null },
  ...{ reason: rule, details: [] },
  ...differently,
});
