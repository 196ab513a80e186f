import type { Certificate } from "../../certificate/certificate.ts";
import { fingerprints } from "../../certificate/fingerprint.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import type { Fault } from "../fault.ts";
import type { Findings } from "./verification.ts";

/** Checks that what is counted agrees with the record that it counts, or with the certificates of the root that it is about. */
export async function checkCounted(
  records: readonly (readonly [record: DisclosedRecord, at: string])[],
  certificates: ReadonlyMap<string, Certificate>,
  found: Findings,
): Promise<void> {
  const bySeq = new Map(records.map(([disclosed]) => [disclosed.record.seq, disclosed]));
  for (const [disclosed, at] of records) {
    const { record, shown } = disclosed;
    const contradict = (...what: Fault) => found.problem("contradiction", at, ...what);
    if (shown.count === 0) contradict("counts-nothing");
    if (record.kind === "count") for (const what of ofCount(disclosed, bySeq.get(record.of))) contradict(...what);
    if (record.kind === "added-root" && !(await isOfChain(shown, certificates))) {
      contradict("key-of-no-certificate");
    }
  }
}

/** @param counted the record that is counted; undefined where that is not in evidence. */
function* ofCount({ record, shown }: DisclosedRecord, counted: DisclosedRecord | undefined): Generator<Fault> {
  if (!counted) return;
  const { seq, kind } = counted.record;
  if (kind !== "connection" && kind !== "offer") {
    yield ["counts-uncounted", String(record.seq), String(seq)];
  }
  for (const part of ["month", "day"] as const) {
    const [said, of] = [shown[part], counted.shown[part]];
    if (said !== undefined && of !== undefined && said !== of) {
      yield ["counts-other-day", String(record.seq), String(seq), said, of];
    }
  }
}

/** Whether the key of an added root can be that of its chain, as far as both can be seen. */
async function isOfChain(
  { key, issuers }: DisclosedRecord["shown"],
  certificates: ReadonlyMap<string, Certificate>,
): Promise<boolean> {
  if (!key || issuers === undefined) return !key?.isLeaf;
  const chain = issuers.map((sha256) => certificates.get(sha256));
  if (key.isLeaf || chain.includes(undefined)) return !key.isLeaf;
  const keys = await Promise.all(chain.flatMap((each) => (each ? [fingerprints(each)] : [])));
  return keys.some(({ spkiSha256 }) => spkiSha256 === key.spkiSha256);
}
