import { type Chain, linkChain, mainPath } from "../certificate/chain.ts";
import { summarise } from "../certificate/summary.ts";
import type { Watchlist } from "../watchlist/watchlist.ts";
import type { Assessment, Finding, Strength } from "./assessment.ts";
import type { Case } from "./case.ts";
import { matchChain } from "./match.ts";
import type { Memory } from "./memory.ts";
import type { Observation } from "./observation.ts";
import { rootStatus } from "./root-status.ts";
import { addedRoot } from "./rules/added-root.ts";
import { chain as chainRule } from "./rules/chain.ts";
import { expectedHost } from "./rules/expected-host.ts";
import { inspectionProduct } from "./rules/inspection-product.ts";
import { listedAuthority } from "./rules/listed-authority.ts";
import { notInspected } from "./rules/not-inspected.ts";
import { ownEntry } from "./rules/own-entry.ts";
import { refused } from "./rules/refused.ts";
import type { Rule } from "./rules/rule.ts";
import { VERDICTS, worstVerdict } from "./verdict.ts";

/** Every rule there is. A new one is a file beside them and a line here. */
const RULES: readonly Rule[] = [
  listedAuthority,
  ownEntry,
  refused,
  addedRoot,
  expectedHost,
  inspectionProduct,
  chainRule,
  notInspected,
];

/**
 * Judges an observation: signatures are checked and keys compared first, then every rule speaks, and the worst finding is the verdict.
 * @returns never rejects on account of what the certificates hold.
 */
export async function assess(observation: Observation, watchlist: Watchlist, memory: Memory): Promise<Assessment> {
  const given = "certificates" in observation ? observation.certificates : [];
  const leafFirst = observation.basis !== "file";
  const validated = observation.basis === "browser-built" && !observation.exceptionAccepted;
  const chain = given.length > 0 ? await linkChain(given, leafFirst, validated) : null;
  const certificates = await Promise.all(given.map(summarise));
  const root = rootStatus(observation, chain, certificates, watchlist);
  const matches = chain ? await matchChain(chain, certificates, watchlist, observation.basis !== "file") : [];
  const on: Case = { observation, chain, certificates, root, matches, watchlist, memory };
  const findings = RULES.flatMap((rule) => rule(on)).toSorted(strongestFirst);
  const verdict = worstVerdict([
    chain ? "nothing-found" : "not-inspected",
    ...findings.map(({ verdict }) => verdict).filter((verdict) => verdict !== null),
  ]);
  const decisive = findings.filter((finding) => finding.verdict === verdict);
  return {
    kind: kindOf(observation, chain),
    verdict,
    authority: decisive.find(({ authority }) => authority !== null)?.authority ?? null,
    certificates,
    links: chain?.links ?? [],
    path: chain ? mainPath(chain) : [],
    findings,
  };
}

function kindOf(observation: Observation, chain: Chain | null): Assessment["kind"] {
  if (chain) return chain.endEntity ? "connection" : "certificate";
  return observation.basis === "error" ? "connection" : null;
}

const badness = ({ verdict }: Finding) => (verdict === null ? VERDICTS.length : VERDICTS.indexOf(verdict));
const STRENGTHS: readonly Strength[] = ["proof", "sign", "context"];

function strongestFirst(a: Finding, b: Finding): number {
  const byStrength = STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength);
  return byStrength || badness(a) - badness(b);
}
