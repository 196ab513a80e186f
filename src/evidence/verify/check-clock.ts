import type { DisclosedRecord } from "../disclosed.ts";
import type { Findings } from "./verification.ts";

/**
 * A record is written soon after what it shows: once a chain is judged and it is its turn. The clock is compared when records are written,
 * so what was seen at about the same time may stand in either order.
 */
const SOON_MS = 3_600_000;

/** When the record before was written, by the clock of the device: not before, and not after; milliseconds since 1970. */
interface Written {
  readonly seq: number;
  readonly notBefore: number;
  readonly notAfter: number;
}

const UNKNOWN = { notBefore: Number.NEGATIVE_INFINITY, notAfter: Number.POSITIVE_INFINITY };

/** Checks that what the records say of the clock agrees with the times that are disclosed of them. */
export function checkClock(
  records: readonly (readonly [record: DisclosedRecord, at: string])[],
  found: Findings,
): void {
  let before: Written = { seq: 0, ...UNKNOWN };
  for (const [disclosed, at] of records) {
    const { seq, clockWentBack } = disclosed.record;
    const follows = seq === before.seq + 1;
    const { notBefore, notAfter } = writtenBy(disclosed);
    if (follows && !clockWentBack && notAfter < before.notBefore) {
      found.problem("contradiction", at, "clock-earlier", String(seq));
    }
    if (follows && clockWentBack && notBefore > before.notAfter) {
      found.problem("contradiction", at, "clock-later", String(seq));
    }
    const goesOn = follows && !clockWentBack;
    before = { seq, notAfter, notBefore: goesOn ? Math.max(before.notBefore, notBefore) : notBefore };
  }
}

/** An offer is recorded again when it is read, and what was counted when the day is closed: a time then says only that it was not before. */
function writtenBy({ record, shown }: DisclosedRecord): Pick<Written, "notBefore" | "notAfter"> {
  const at = Date.parse(shown.time ?? shown.last ?? "");
  if (Number.isNaN(at)) return UNKNOWN;
  return { notBefore: at, notAfter: record.kind === "connection" ? at + SOON_MS : UNKNOWN.notAfter };
}
