import { timeText } from "../../certificate/time.ts";
import type { Case } from "../case.ts";
import { isPrivateHost } from "../private-host.ts";
import { finding, nameOf, type Rule } from "./rule.ts";

/**
 * The chain ends in a root that this device trusts and no public programme ships, or the user accepted an exception. An exception for
 * a name that can only be nearby, such as a router's, is ordinary and says so.
 */
export const addedRoot: Rule = (on) => {
  const { observation, root, certificates, memory } = on;
  if ("exceptionAccepted" in observation && observation.exceptionAccepted) {
    return observation.host !== null && isPrivateHost(observation.host)
      ? [finding({ rule: "added-root", verdict: null, strength: "context", reason: "private-host" })]
      : [finding({ rule: "added-root", verdict: "added-root", strength: "sign", reason: "exception-accepted" })];
  }
  if (root?.kind !== "added") return [];
  const found = finding({
    rule: "added-root",
    verdict: "added-root",
    strength: "sign",
    certificate: root.certificate,
    ...(isListOutdated(on) ? notAmongKnown(on, root.certificate) : itself(on, root.certificate)),
  });
  const firstSeen = memory.rootFirstSeen.get(certificates[root.certificate]?.spkiSha256 ?? "");
  if (firstSeen === undefined) return [found];
  return [
    found,
    finding({
      rule: "added-root",
      verdict: null,
      strength: "context",
      certificate: root.certificate,
      reason: "root-first-seen",
      details: [timeText(firstSeen)],
    }),
  ];
};

/** How long the list of public roots counts as complete, in milliseconds: programmes add a few roots a year. */
const LIST_IS_CURRENT_FOR = 366 * 24 * 60 * 60 * 1000;

/** Whether all that is known of the root is that an old list of public roots does not have it; Firefox itself knows better. */
function isListOutdated({ observation, watchlist }: Case): boolean {
  const told = "rootIsBuiltIn" in observation && observation.rootIsBuiltIn !== null;
  return !told && observation.at - Date.parse(watchlist.date) > LIST_IS_CURRENT_FOR;
}

const itself = (on: Case, root: number) => ({ reason: "added-root" as const, details: [nameOf(on, root)] });

const notAmongKnown = (on: Case, root: number) => ({
  reason: "not-among-known-roots" as const,
  details: [nameOf(on, root), on.watchlist.date],
});
