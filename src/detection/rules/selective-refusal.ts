import { type Sighting, siteOf } from "../sighting.ts";
import { finding, type Rule } from "./rule.ts";

/** How long ago a refusal may have been to belong to this one, in milliseconds. */
const WINDOW = 10 * 60 * 1000;
const OPERATORS = 2;
/** With two, what a proxy leaves out is now and then all that a device has seen open, and Chrome shows no certificate to tell it by. */
const OTHERS = 3;
/** Beyond this part of refusals among the other hosts, whoever refuses refuses everything: a portal, a program, a wrong clock. */
const MOST_REFUSED = 1 / 4;

/**
 * Documented targets of several operators were refused for their issuer while unrelated hosts opened, on one network within minutes: what
 * a box on the path looks like to a device that does not trust its root. One refusal alone may be a block page. A login that runs out
 * refuses everything from then on, so only hosts count that opened since the first of the targets was refused; and not those that a
 * company's proxy or a program leaves out. Hosts below a target do not stand for it: filters of advertising refuse them everywhere, and
 * a page can look for one with a broken certificate.
 */
export const selectiveRefusal: Rule = ({ observation, watchlist, memory }) => {
  const { host, at } = observation;
  if (observation.basis !== "error" || host === null || memory.loginNetwork) return [];
  const { kind } = observation.error;
  const operator = operatorOf(host, watchlist);
  if (operator === null || (kind !== "unknown-issuer" && kind !== "revoked")) return [];
  const recent = memory.sightings.filter((seen) => at - seen.at <= WINDOW);
  const targets = recent.filter((seen) => isRefusal(seen) && operatorOf(seen.host, watchlist) !== null);
  const since = Math.min(...targets.map((seen) => seen.since));
  const operators = new Set([operator, ...targets.map((seen) => operatorOf(seen.host, watchlist))]);
  const others = recent.filter((seen) => watchlist.findTarget(seen.host) === null);
  const opened = sitesOf(others.filter((seen) => seen.at >= since && isOpen(seen)));
  const refused = sitesOf(others.filter(isRefusal));
  if (operators.size < OPERATORS || opened < OTHERS || refused > opened * MOST_REFUSED) return [];
  return [finding("selective-refusal", "selective-refusal", { details: [String(operators.size), String(opened)] })];
};

const isRefusal = ({ end }: Sighting) => end === "unknown-issuer" || end === "revoked";
const isOpen = ({ end, leftOutByPrograms }: Sighting) =>
  (end === "public-root" || end === "opened") && !leftOutByPrograms;
const sitesOf = (seen: readonly Sighting[]) => new Set(seen.map(({ host }) => siteOf(host))).size;

/** Who runs a documented target, itself where that is not known; null for any other host, also for one below a target. */
function operatorOf(host: string, watchlist: Parameters<Rule>[0]["watchlist"]): string | null {
  const target = watchlist.findTarget(host);
  return target && withoutWww(target.host) === withoutWww(host) ? (target.operator ?? target.host) : null;
}

const withoutWww = (host: string) => host.replace(/^www\./, "");
