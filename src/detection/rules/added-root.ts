import { timeText } from "../../certificate/time.ts";
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
    reason: "added-root",
    details: [nameOf(on, root.certificate)],
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
