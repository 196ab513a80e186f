import { finding, type Rule } from "./rule.ts";

/**
 * A certificate above the leaf, or what the topmost names as its issuer, is called as a known product calls its own: an antivirus, a
 * company's proxy. Anyone can copy a name, so this asks whether the product is installed here and decides nothing. Under a public root
 * the question does not arise.
 */
export const inspectionProduct: Rule = (on) => {
  if (!on.chain || on.root?.kind === "public") return [];
  const { certificates } = on.chain;
  for (const index of on.chain.reached.keys()) {
    const issuer = certificates[index]?.issuer;
    const product = issuer && on.watchlist.findProduct(issuer);
    if (!product) continue;
    return [
      finding({
        rule: "inspection-product",
        verdict: null,
        strength: "context",
        certificate: index,
        reason: "calls-itself-product",
        details: [product.product],
      }),
    ];
  }
  return [];
};
