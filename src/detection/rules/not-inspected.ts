import { finding, type Rule } from "./rule.ts";

/** No certificate was seen, and why. */
export const notInspected: Rule = ({ observation }) => {
  if (observation.basis !== "none") return [];
  return [
    finding({
      rule: "not-inspected",
      verdict: "not-inspected",
      strength: "context",
      reason: `unseen-${observation.reason}`,
    }),
  ];
};
