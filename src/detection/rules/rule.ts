import { shortName } from "../../certificate/name.ts";
import type { Finding } from "../assessment.ts";
import type { Case } from "../case.ts";

/** A rule looks at a case and says what it finds; it says nothing when it has nothing to say. */
export type Rule = (on: Case) => Finding[];

/** A finding about no key of the watchlist. */
export function finding(fields: Pick<Finding, "rule" | "verdict" | "strength" | "reason"> & Partial<Finding>): Finding {
  return { authority: null, role: null, match: null, certificate: null, details: [], ...fields };
}

/** What to call a certificate of the case in a sentence. */
export function nameOf({ chain }: Case, index: number): string {
  const certificate = chain?.certificates[index];
  return certificate ? shortName(certificate.subject) : "";
}
