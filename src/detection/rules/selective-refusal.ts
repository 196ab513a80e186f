import { siteOf } from "../sighting.ts";
import { finding, type Rule } from "./rule.ts";

/** How long ago a refusal may have been to belong to this one, in milliseconds. */
const WINDOW = 10 * 60 * 1000;
const OPERATORS = 2;
const OTHERS = 2;
/** Beyond this part of refusals among the other hosts, whoever refuses refuses everything: a portal, a program, a wrong clock. */
const MOST_REFUSED = 1 / 4;

/**
 * Documented targets of several operators were refused for their issuer while unrelated hosts opened, on one network within minutes: what
 * a box on the path looks like to a device that does not trust its root. One refusal alone may be a block page.
 */
export const selectiveRefusal: Rule = ({ observation, watchlist, memory }) => {
  const { host, at } = observation;
  if (observation.basis !== "error" || host === null || memory.loginNetwork) return [];
  const { kind } = observation.error;
  const operator = operatorOf(host, watchlist);
  if (operator === null || (kind !== "unknown-issuer" && kind !== "revoked")) return [];
  const recent = memory.sightings.filter((seen) => at - seen.at <= WINDOW && seen.host !== host);
  const isRefusal = ({ end }: (typeof recent)[number]) => end === "unknown-issuer" || end === "revoked";
  const isOpen = ({ end }: (typeof recent)[number]) => end === "public-root" || end === "opened";
  const operators = new Set([operator, ...recent.filter(isRefusal).map((seen) => operatorOf(seen.host, watchlist))]);
  operators.delete(null);
  const others = recent.filter((seen) => watchlist.findTarget(seen.host) === null);
  const sitesOf = (seen: typeof recent) => new Set(seen.map((one) => siteOf(one.host))).size;
  const [opened, refused] = [sitesOf(others.filter(isOpen)), sitesOf(others.filter(isRefusal))];
  if (operators.size < OPERATORS || opened < OTHERS || refused > opened * MOST_REFUSED) return [];
  return [finding("selective-refusal", "selective-refusal", { details: [String(operators.size), String(opened)] })];
};

function operatorOf(host: string, watchlist: Parameters<Rule>[0]["watchlist"]): string | null {
  const target = watchlist.findTarget(host);
  return target && (target.operator ?? target.host);
}
