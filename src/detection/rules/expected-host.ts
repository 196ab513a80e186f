import { finding, type Rule } from "./rule.ts";

/**
 * The chain leads to a state's own key, and a source lists the site among those that use its certificates: a bank, a state service. It
 * explains the match and takes nothing from it. The list is of names, never a guess from the country's domain.
 */
export const expectedHost: Rule = ({ observation, matches, watchlist }) => {
  const { host } = observation;
  if (host === null) return [];
  const match = matches.find(
    ({ listed }) => listed.role === "state-operated" && watchlist.isExpected(listed.authority, host),
  );
  if (!match) return [];
  return [
    finding({
      rule: "expected-host",
      verdict: null,
      strength: "context",
      authority: match.listed.authority,
      certificate: match.certificate,
      reason: "host-is-customer",
      details: [host],
    }),
  ];
};
