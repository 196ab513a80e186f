import type { Certificate } from "../../certificate/certificate.ts";
import { shortName } from "../../certificate/name.ts";
import type { Finding, Reason, RuleName } from "../assessment.ts";
import type { Case } from "../case.ts";
import { WEIGHTS } from "../weights.ts";

/** A rule looks at a case and says what it finds; it says nothing when it has nothing to say. */
export type Rule = (on: Case) => Finding[];

/** A finding about no key of the watchlist, which counts what the table says of its reason. */
export function finding(
  rule: RuleName,
  reason: Extract<Reason, keyof typeof WEIGHTS>,
  fields: Partial<Pick<Finding, "authority" | "match" | "key" | "certificate" | "details">> = {},
): Finding {
  return {
    rule,
    reason,
    ...WEIGHTS[reason],
    authority: null,
    role: null,
    match: null,
    key: null,
    certificate: null,
    details: [],
    ...fields,
  };
}

/** The end-entity certificate; undefined where there is none or it could not be read. */
export function leafOf({ chain, observation }: Case): Certificate | undefined {
  return observation.unread?.isLeafUnread ? undefined : chain?.certificates[0];
}

/** What to call a certificate of the case in a sentence. */
export function nameOf({ chain }: Case, index: number): string {
  const certificate = chain?.certificates[index];
  return certificate ? shortName(certificate.subject) : "";
}
