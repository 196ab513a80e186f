import { finding, type Rule } from "./rule.ts";

/** No certificate was seen, and why. */
export const notInspected: Rule = ({ observation }) =>
  observation.basis === "none" ? [finding("not-inspected", `unseen-${observation.reason}`)] : [];
