import type { Certificate } from "../../certificate/certificate.ts";
import type { Assessment, Finding, LinkSummary } from "../../detection/assessment.ts";
import { worstVerdict } from "../../detection/verdict.ts";
import type { Watchlist } from "../../watchlist/watchlist.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import type { Fault } from "../fault.ts";
import { type Judge, judgeBy } from "./judge-by.ts";
import { hadChain, lacksUnread, observedIn } from "./observed.ts";
import { unprovenClaim } from "./unproven-claim.ts";
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
  const given = judgeBy(lists.given);
  const judges = { given, current: lists.current === lists.given ? given : judgeBy(lists.current) };
  const counts = { judged: 0, stands: 0, "not-judged": 0, "not-checkable": 0 };
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const part = records.slice(from, from + AT_ONCE).filter(([disclosed]) => hadChain(disclosed));
    const results = await Promise.all(part.map(([disclosed]) => judge(disclosed, certificates, judges)));
    for (const [index, [disclosed, at]] of part.entries()) {
      const result = results[index];
      counts[result ? "judged" : "not-judged"]++;
      if (!result) continue;
      if (stands(disclosed, result.current)) counts.stands++;
      if (result.isUncheckable) counts["not-checkable"]++;
      compare(disclosed, at, { ...result, hasOwnList: lists.given !== lists.current }, found);
    }
  }
  if (counts.judged > 0) found.say("judged", String(counts.judged));
  if (counts.judged > 0) found.say("stands", String(counts.stands));
  for (const key of ["not-judged", "not-checkable"] as const) if (counts[key] > 0) found.say(key, String(counts[key]));
}

async function judge(disclosed: DisclosedRecord, certificates: ReadonlyMap<string, Certificate>, judges: Judges) {
  const seen = observedIn(disclosed, certificates);
  if (!seen) return null;
  const { observation, hashes, isWhole } = seen;
  const [given, current] = await Promise.all([judges.given(observation, hashes), judges.current(observation, hashes)]);
  const unproven = isWhole ? unprovenClaim(disclosed, given) : null;
  const isUncheckable = unproven !== null && (lacksUnread(disclosed) || given.links.some(isNotCheckable));
  return { given, current, unproven: isUncheckable ? null : unproven, isUncheckable };
}

const isNotCheckable = ({ signature }: LinkSummary) => signature === "not-checkable";

interface Judges {
  readonly given: Judge;
  readonly current: Judge;
}

interface Judged {
  readonly given: Assessment;
  readonly current: Assessment;
  readonly unproven: Fault | null;
  readonly hasOwnList: boolean;
}

function compare({ record }: DisclosedRecord, at: string, judged: Judged, found: Findings): void {
  if (!("verdict" in record)) return;
  const { given, current, unproven, hasOwnList } = judged;
  const seq = String(record.seq);
  const least = worstVerdict([...proofs(current).flatMap(({ verdict }) => verdict ?? []), record.verdict]);
  if (unproven !== null && hasOwnList) found.problem("not-borne-out", at, seq, ...unproven);
  else if (unproven !== null || least !== record.verdict) {
    found.say("recorded-otherwise", seq, record.verdict, current.verdict);
  }
  if (proofOf(current) !== proofOf(given)) found.say("differs", seq, given.verdict, current.verdict);
}

/**
 * Whether the leaf's signature leads to a listed key. That a leaf is itself listed, or holds a listed key, does not count: anyone can put
 * in what is published.
 */
function stands({ shown }: DisclosedRecord, assessment: Assessment): boolean {
  const isSigner = ({ certificate, match }: Finding) => match === "signature" || (certificate ?? 0) > 0;
  return shown.leaf != null && proofs(assessment).some((proof) => proof.authority !== null && isSigner(proof));
}

const proofs = ({ findings }: Assessment): readonly Finding[] =>
  findings.filter(({ strength }) => strength === "proof");

/** What can be told by certificates alone: verdict and authority of the proofs. */
const proofOf = (assessment: Assessment): string =>
  proofs(assessment)
    .map(({ verdict, authority }) => `${verdict} ${authority}`)
    .toSorted()
    .join();
