import type { Case } from "../case.ts";
import { LISTED } from "../weights.ts";
import { finding, type Rule } from "./rule.ts";

/**
 * A part of the chain could not be read, or was too long to be. What was read is judged by itself; what was not is compared by its hash
 * and, where the browser gives that ready-made, by the hash of its key. No signature of it was checked, so nothing is proved by it.
 */
export const unread: Rule = ({ observation, root, unreadListed }) => {
  const { unread: parts } = observation;
  if (!parts) return [];
  const count = parts.certificates.length;
  return [
    ...(isRootAdded(observation, root) ? [finding("unread", "root-unread")] : []),
    ...(parts.isLeafUnread ? [finding("unread", "leaf-unread")] : []),
    ...(count > 0 ? [finding("unread", "part-unread", { details: [String(count)] })] : []),
    ...(parts.leftOut > 0 ? [finding("unread", "chain-cut", { details: [String(parts.leftOut)] })] : []),
    ...unreadListed.flatMap(listedUnread),
  ];
};

/** Whether a chain ends in a root that could not be read and is none of the browser's: by its word, or because each of those can be read. */
function isRootAdded(observation: Case["observation"], root: Case["root"]): boolean {
  if (!("rootIsBuiltIn" in observation) || observation.exceptionAccepted || root?.kind === "public") return false;
  const { unread: parts, rootIsBuiltIn } = observation;
  return parts?.isRootRead === false && (rootIsBuiltIn === false || parts.leftOut === 0);
}

function listedUnread({ authority, role }: Case["unreadListed"][number]) {
  if (role === "own") return [];
  const isInterceptor = role === "interception" || role === "private-key-public";
  const weight = isInterceptor ? LISTED.resemblance : LISTED["certificate-alone"];
  return [{ ...finding("unread", "listed-unread"), ...weight, strength: "sign" as const, authority, role }];
}
