import { finding, type Rule } from "./rule.ts";

/**
 * A certificate above the leaf, or what the topmost names as its issuer, is called as a known product calls its own: an antivirus, a
 * company's proxy. Anyone can copy a name, so this asks whether the product is installed here and decides nothing. Under a public root
 * the question does not arise, and for a root of which the user has said who put it there it was answered.
 */
export const inspectionProduct: Rule = ({ chain, root, certificates, watchlist, memory }) => {
  if (!chain || root?.kind === "public") return [];
  if (memory.answers.has(certificates[root?.certificate ?? 0]?.spkiSha256 ?? "")) return [];
  for (const certificate of chain.reached.keys()) {
    const issuer = chain.certificates[certificate]?.issuer;
    const product = issuer && watchlist.findProduct(issuer);
    if (product) {
      return [finding("inspection-product", "calls-itself-product", { certificate, details: [product.product] })];
    }
  }
  return [];
};
