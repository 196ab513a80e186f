import { isSelfIssued } from "../../certificate/chain.ts";
import type { Finding } from "../assessment.ts";
import { finding, nameOf, type Rule } from "./rule.ts";

/** How much of a chain was seen, and which signatures in it do not hold. It explains and never decides. */
export const chain: Rule = (on) => {
  if (!on.chain) return [];
  const context = (fields: Pick<Finding, "reason"> & Partial<Finding>) =>
    finding({ rule: "chain", verdict: null, strength: "context", ...fields });
  const broken = on.chain.links
    .filter(({ signature }) => signature !== "valid")
    .map(({ child, issuer, signature }) =>
      context({
        reason: signature === "invalid" ? "link-broken" : "link-not-checkable",
        certificate: child,
        details: [nameOf(on, child), nameOf(on, issuer)],
      }),
    );
  const cut = on.chain.complete ? [] : [context({ reason: "too-many-links" })];
  return [...cut, ...extent(on).map(context), ...broken];
};

function extent(on: Parameters<Rule>[0]): (Pick<Finding, "reason"> & Partial<Finding>)[] {
  if (on.root?.kind === "public") {
    return [{ reason: "public-root", certificate: on.root.certificate, details: [nameOf(on, on.root.certificate)] }];
  }
  if (on.observation.basis === "leaf-only") return [{ reason: "leaf-only" }];
  const top = on.chain?.certificates[on.root?.certificate ?? 0];
  const goesOn = on.root?.kind === "not-seen" && top !== undefined && !isSelfIssued(top);
  return goesOn && on.chain?.endEntity ? [{ reason: "root-not-given" }] : [];
}
