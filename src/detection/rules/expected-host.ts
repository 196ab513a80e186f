import { finding, type Rule } from "./rule.ts";

/**
 * The chain leads to a state's own key, and a source lists the site among those that use its certificates: a bank, a state service. It
 * explains the match and takes nothing from it. The list is of names, never a guess from the country's domain.
 */
export const expectedHost: Rule = ({ observation: { host }, matches, watchlist }) => {
  if (host === null) return [];
  const match = matches.find(
    ({ listed }) => listed.role === "state-operated" && watchlist.isExpected(listed.authority, host),
  );
  if (!match) return [];
  const { listed, certificate } = match;
  return [finding("expected-host", "host-is-customer", { authority: listed.authority, certificate, details: [host] })];
};
