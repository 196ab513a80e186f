import type { Assessment, RuleName } from "../detection/assessment.ts";
import type { Observation } from "../detection/observation.ts";
import type { Watchlist } from "../watchlist/watchlist.ts";

/** What is to be kept of a connection: a record of its own, one a day for its root, or nothing. */
export type Kept = "record" | "root-and-day" | "nothing";

/** These look at a refusal more closely than at its number. */
const WEIGHING: readonly RuleName[] = ["browser-named-it", "selective-refusal"];

/**
 * What is to be kept of a connection that was judged. An added root is most often work or an antivirus, so of the hosts under it nothing is
 * kept; of refusals only those that a rule weighs.
 * @param isPressed whether it belongs to a check that the user pressed for, which keeps everything it saw.
 */
export function keptOf(
  observation: Observation,
  assessment: Assessment,
  watchlist: Watchlist,
  isPressed: boolean,
): Kept {
  if (observation.connection === "supplied") return "nothing";
  if (isPressed) return "record";
  switch (assessment.verdict) {
    case "intercepted":
    case "suspected":
    case "listed":
      return "record";
    case "refused":
      return isWeighed(observation, assessment, watchlist) ? "record" : "nothing";
    case "added-root":
      return "root-and-day";
    case "nothing-found":
    case "not-inspected":
      return "nothing";
  }
}

function isWeighed(observation: Observation, { findings }: Assessment, watchlist: Watchlist): boolean {
  if (findings.some(({ rule }) => WEIGHING.includes(rule))) return true;
  if (observation.basis !== "error" || observation.host === null) return false;
  const { kind } = observation.error;
  return (kind === "unknown-issuer" || kind === "revoked") && watchlist.findTarget(observation.host) !== null;
}
