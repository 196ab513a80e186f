import type { Certificate } from "../../certificate/certificate.ts";
import { assessExamined, type Examined, examine } from "../../detection/assess.ts";
import type { Assessment } from "../../detection/assessment.ts";
import { NO_MEMORY } from "../../detection/memory.ts";
import type { Observation, Source } from "../../detection/observation.ts";
import type { Watchlist } from "../../watchlist/watchlist.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import type { Findings } from "./verification.ts";

/** The two lists by which a chain is judged again. */
export interface Lists {
  /** The bundle's. */
  readonly given: Watchlist;
  /** The verifier's own; the same where the evidence brings none. */
  readonly current: Watchlist;
}

/** Chains that are judged at the same time. */
const AT_ONCE = 100;

/**
 * Judges every chain again that is disclosed, by both lists. What proves something depends on the certificates alone, so a proof that the
 * record claims must come out again by the bundle's own list, where it has one; what rests on the device's memory need not.
 */
export async function judgeAgain(
  records: readonly (readonly [record: DisclosedRecord, at: string])[],
  certificates: ReadonlyMap<string, Certificate>,
  lists: Lists,
  found: Findings,
): Promise<void> {
  let judged = 0;
  let unjudged = 0;
  const given = judgeBy(lists.given);
  const judges = { given, current: lists.current === lists.given ? given : judgeBy(lists.current) };
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const part = records.slice(from, from + AT_ONCE).filter(([disclosed]) => hadChain(disclosed));
    const results = await Promise.all(part.map(([disclosed]) => judge(disclosed, certificates, judges)));
    for (const [index, [{ record }, at]] of part.entries()) {
      const result = results[index];
      if (!result) {
        unjudged++;
        continue;
      }
      judged++;
      const { given, current, unproven } = result;
      if (unproven !== null && lists.given !== lists.current) {
        found.problem("not-borne-out", at, String(record.seq), unproven);
      } else if (unproven !== null && "verdict" in record) {
        found.say("recorded-otherwise", String(record.seq), record.verdict, current.verdict);
      }
      if (proofOf(current) !== proofOf(given)) found.say("differs", String(record.seq), given.verdict, current.verdict);
    }
  }
  if (judged > 0) found.say("judged", String(judged));
  if (unjudged > 0) found.say("not-judged", String(unjudged));
}

/** Judges an observation by one list. @param hashes of its certificates, in their order. */
type Judge = (observation: Observation, hashes: readonly string[]) => Promise<Assessment>;

/** One chain is seen on many days: what takes time to find out of it is found out once. */
function judgeBy(watchlist: Watchlist): Judge {
  const known = new Map<string, Promise<Examined>>();
  return async (observation, hashes) => {
    const { basis, unread } = observation;
    const exception = "exceptionAccepted" in observation && observation.exceptionAccepted;
    const id = [basis, exception, unread?.isLeafUnread, ...hashes].join();
    const examined = known.get(id) ?? examine(observation, watchlist);
    known.set(id, examined);
    return assessExamined(observation, await examined, watchlist, NO_MEMORY);
  };
}

async function judge(
  disclosed: DisclosedRecord,
  certificates: ReadonlyMap<string, Certificate>,
  judges: { readonly given: Judge; readonly current: Judge },
) {
  const seen = observationOf(disclosed, certificates);
  if (!seen) return null;
  const { observation, hashes, isWhole } = seen;
  const [given, current] = await Promise.all([judges.given(observation, hashes), judges.current(observation, hashes)]);
  return { given, current, unproven: isWhole ? unprovenClaim(disclosed, given) : null };
}

const hadChain = ({ record }: DisclosedRecord): boolean =>
  record.kind === "connection" && record.basis !== "error" && record.basis !== "none";

/** What can be told by certificates alone: verdict and authority of the proofs. */
const proofOf = ({ findings }: Assessment): string =>
  findings
    .filter(({ strength }) => strength === "proof")
    .map(({ verdict, authority }) => `${verdict} ${authority}`)
    .toSorted()
    .join();

/** The observation a record was made of, as far as it is disclosed; null where no certificate is. */
function observationOf(
  { record, shown }: DisclosedRecord,
  certificates: ReadonlyMap<string, Certificate>,
): { readonly observation: Observation; readonly hashes: readonly string[]; readonly isWhole: boolean } | null {
  if (record.kind !== "connection" || record.basis === "error" || record.basis === "none") return null;
  const named = [...(shown.leaf ? [shown.leaf] : []), ...(shown.leaf === undefined ? [] : (shown.issuers ?? []))];
  const hashes = named.filter((sha256) => certificates.has(sha256));
  if (hashes.length === 0) return null;
  const isWhole = hashes.length === named.length && shown.leaf !== undefined && shown.issuers !== undefined;
  const { connection, basis, source, rootIsBuiltIn, exceptionAccepted } = record;
  return {
    ...{ isWhole, hashes },
    observation: {
      connection,
      source: source as Source,
      host: shown.host ?? null,
      at: Date.parse(shown.time ?? shown.day ?? shown.month ?? "1970-01"),
      basis: isWhole ? basis : "sent",
      outcome: record.outcome === "stopped" ? "unknown" : record.outcome,
      certificates: hashes.flatMap((sha256) => certificates.get(sha256) ?? []),
      rootIsBuiltIn,
      exceptionAccepted,
      ...(shown.leaf === null ? { unread: { certificates: [], isLeafUnread: true, leftOut: 0 } } : {}),
    },
  };
}

/** A proof that a record claims and that its own certificates do not give; null when there is none. */
function unprovenClaim({ record, shown }: DisclosedRecord, again: Assessment): string | null {
  if (!("verdict" in record)) return null;
  if (record.verdict === "intercepted" && again.verdict !== "intercepted") return `verdict ${record.verdict}`;
  const isProven = (authority: string, verdict: string | null) =>
    again.findings.some(
      (finding) =>
        finding.strength === "proof" && finding.authority === authority && (finding.verdict ?? null) === verdict,
    );
  const claimed = shown.findings?.find(
    ({ strength, authority, verdict }) => strength === "proof" && authority !== null && !isProven(authority, verdict),
  );
  if (claimed) return `${claimed.rule}, ${claimed.authority}`;
  const isProof = record.verdict === "intercepted" && record.authority !== null;
  return isProof && again.authority !== record.authority ? `authority ${record.authority}` : null;
}
