import type { Finding, MatchStrength, Reason } from "../assessment.ts";
import type { Match } from "../match.ts";
import { ROLE_VERDICTS } from "../role-verdicts.ts";
import type { Verdict } from "../verdict.ts";
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
    const proven = match.strength !== "key-identifier" && match.strength !== "name";
    if (!proven && on.root?.kind === "public") return [];
    const isConnection = on.chain?.endEntity === true;
    const verdict = proven ? provenVerdict(match, on.chain?.starts.includes(match.certificate) === true) : "suspected";
    if (verdict === null) return [];
    return [
      {
        rule: "listed-authority",
        verdict: isConnection ? verdict : proven ? "listed" : null,
        strength: proven ? "proof" : isConnection ? "sign" : "context",
        authority: match.listed.authority,
        role: match.listed.role,
        match: match.strength,
        certificate: match.certificate,
        reason: REASONS[match.strength],
        details: [nameOf(on, match.certificate)],
      },
    ];
  });

function provenVerdict({ listed, strength }: Match, isLeaf: boolean): Verdict | null {
  if (listed.role === "misissued" && !(isLeaf && strength === "certificate")) return null;
  return ROLE_VERDICTS[listed.role];
}
