import type { Role } from "../../watchlist/authority.ts";
import type { Finding, MatchStrength, Reason } from "../assessment.ts";
import type { Case } from "../case.ts";
import { ROLE_VERDICTS } from "../role-verdicts.ts";
import { LISTED, type Weight } from "../weights.ts";
import { nameOf, type Rule } from "./rule.ts";

const REASONS: Readonly<Record<MatchStrength, Reason>> = {
  certificate: "listed-certificate",
  "public-key": "listed-key",
  signature: "signed-by-listed-key",
  "key-identifier": "key-identifier-of-listed",
  name: "name-of-listed",
};

/**
 * The chain leads to a listed key, or resembles one. A proof counts by the key's role; a resemblance only for `interception`, and
 * never where the chain ends in a public root, because names can be copied and public roots check them.
 */
export const listedAuthority: Rule = (on) =>
  on.matches.flatMap((match): Finding[] => {
    const { listed, strength, key, certificate } = match;
    if (listed.role === "own") return [];
    const weight = weigh(on, strength, listed.role, certificate);
    if (!weight) return [];
    return [
      {
        rule: "listed-authority",
        ...weight,
        authority: listed.authority,
        role: listed.role,
        match: strength,
        key,
        certificate,
        reason: REASONS[strength],
        details: [nameOf(on, certificate)],
      },
    ];
  });

function weigh({ chain, root }: Case, strength: MatchStrength, role: Role, certificate: number): Weight | null {
  const isConnection = chain?.endEntity === true;
  if (strength === "key-identifier" || strength === "name") {
    if (root?.kind === "public") return null;
    return isConnection ? LISTED.resemblance : LISTED["resemblance-alone"];
  }
  const isLeaf = chain?.starts.includes(certificate) === true;
  if (role === "misissued" && !(isLeaf && strength === "certificate")) return null;
  return isConnection ? { verdict: ROLE_VERDICTS[role], strength: "proof" } : LISTED["certificate-alone"];
}
