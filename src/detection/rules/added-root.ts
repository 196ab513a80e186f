import { timeText } from "../../certificate/time.ts";
import type { Finding } from "../assessment.ts";
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
    const nearby = observation.host !== null && isPrivateHost(observation.host);
    return [finding("added-root", nearby ? "private-host" : "exception-accepted")];
  }
  if (root?.kind !== "added") return [];
  const { certificate } = root;
  const firstSeen = memory.rootFirstSeen.get(certificates[certificate]?.spkiSha256 ?? "");
  return [
    unknownRoot(on, certificate),
    ...(firstSeen === undefined
      ? []
      : [finding("added-root", "root-first-seen", { certificate, details: [timeText(firstSeen)] })]),
  ];
};

/** How long the list of public roots counts as complete, in milliseconds: programmes add a few roots a year. */
const LIST_IS_CURRENT_FOR = 366 * 24 * 60 * 60 * 1000;

/** Where all that is known of the root is that an old list of public roots does not have it, no more is said; Firefox itself knows better. */
function unknownRoot(on: Case, certificate: number): Finding {
  const { observation, watchlist } = on;
  const told = "rootIsBuiltIn" in observation && observation.rootIsBuiltIn !== null;
  const name = nameOf(on, certificate);
  return !told && observation.at - Date.parse(watchlist.date) > LIST_IS_CURRENT_FOR
    ? finding("added-root", "not-among-known-roots", { certificate, details: [name, watchlist.date] })
    : finding("added-root", "added-root", { certificate, details: [name] });
}
