import { finding, type Rule } from "./rule.ts";

/** The browser says that the network wants a login first, as in hotels. Until then it may answer in the place of any site. */
export const loginNetwork: Rule = ({ observation, root, memory }) => {
  const isOdd = observation.basis === "error" || root?.kind === "added";
  return memory.loginNetwork && isOdd ? [finding("login-network", "login-network")] : [];
};
