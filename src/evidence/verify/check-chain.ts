import { parseFormed } from "../disclosure.ts";
import { NO_PREDECESSOR, type RecordLine, recordOf } from "../record.ts";
import type { PlacedLine } from "./lines.ts";
import type { Findings } from "./verification.ts";

/** A record's line that could be read. */
export interface ReadRecord extends PlacedLine {
  readonly record: RecordLine;
}

/** Reads records and checks that each follows the one before; gaps are said, for what is left out does no harm to what is there. */
export function checkChain(lines: readonly PlacedLine[], found: Findings): ReadRecord[] {
  const records: ReadRecord[] = [];
  let before = { seq: 0, hash: NO_PREDECESSOR };
  let isBeforeRead = true;
  for (const { line, at, hash } of lines) {
    const record = readRecord(line, at, found);
    if (!record) {
      isBeforeRead = false;
      before = { seq: before.seq, hash };
      continue;
    }
    const { seq, prev } = record;
    if (seq <= before.seq) found.problem("order", at, String(seq), String(before.seq));
    else if (seq > before.seq + 1 && isBeforeRead) found.say("gap", String(before.seq + 1), String(seq - 1));
    else if (prev !== before.hash) found.problem("chain", at, String(seq));
    if (record.kind === "count" && record.of >= seq) {
      found.problem("contradiction", at, "counts-later", String(seq), String(record.of));
    }
    records.push({ line, at, record, hash });
    before = { seq, hash };
    isBeforeRead = true;
  }
  return records;
}

/** Looks for a seal among the records: it is the hash of one, or what the one after it says of it. */
export function checkHead(records: readonly ReadRecord[], head: string, found: Findings): void {
  const sealed = records.find(({ record, hash }) => hash === head || record.prev === head);
  if (!sealed || head === NO_PREDECESSOR) {
    found.problem("head", "seal", head);
    return;
  }
  const seq = sealed.hash === head ? sealed.record.seq : sealed.record.seq - 1;
  const upTo = records.filter(({ record }) => record.seq <= seq).length;
  const isBroken = found.has("chain") || found.has("order");
  found.say(isBroken ? "head-with-breaks" : upTo === seq ? "head" : "head-with-gaps", String(seq));
}

function readRecord(line: string, at: string, found: Findings): RecordLine | null {
  try {
    return recordOf(parseFormed(line, at), at);
  } catch (error) {
    found.wrongForm(error);
    return null;
  }
}
