import { isSelfIssued } from "../../certificate/chain.ts";
import { shortName } from "../../certificate/name.ts";
import type { Finding } from "../assessment.ts";
import type { Case } from "../case.ts";
import { finding, nameOf, type Rule } from "./rule.ts";

/** How much of a chain was seen, and which signatures in it do not hold. It explains and never decides. */
export const chain: Rule = (on) => {
  if (!on.chain) return [];
  const broken = on.chain.links
    .filter(({ signature }) => signature !== "valid")
    .map(({ child, issuer, signature }) =>
      finding("chain", signature === "invalid" ? "link-broken" : "link-not-checkable", {
        certificate: child,
        details: [nameOf(on, child), nameOf(on, issuer)],
      }),
    );
  const unchecked = on.unchecked
    // With the issuer at hand the signature was checked, or is told of already.
    .filter((child) => on.chain?.links.every((link) => link.child !== child || link.signature === "invalid"))
    .map((child) =>
      finding("chain", "link-not-checkable", { certificate: child, details: [nameOf(on, child), issuerOf(on, child)] }),
    );
  return [...(on.chain.complete ? [] : [finding("chain", "too-many-links")]), ...extent(on), ...broken, ...unchecked];
};

function issuerOf({ chain }: Case, index: number): string {
  const certificate = chain?.certificates[index];
  return certificate ? shortName(certificate.issuer) : "";
}

function extent(on: Case): Finding[] {
  if (on.root?.kind === "public") {
    const { certificate } = on.root;
    return [finding("chain", "public-root", { certificate, details: [nameOf(on, certificate)] })];
  }
  if (on.observation.basis === "leaf-only") return [finding("chain", "leaf-only")];
  const top = on.chain?.certificates[on.root?.certificate ?? 0];
  const goesOn = on.root?.kind === "not-seen" && top !== undefined && !isSelfIssued(top);
  return goesOn && on.chain?.endEntity ? [finding("chain", "root-not-given")] : [];
}
