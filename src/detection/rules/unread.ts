import type { Case } from "../case.ts";
import { LISTED } from "../weights.ts";
import { finding, type Rule } from "./rule.ts";

/**
 * A part of the chain could not be read, or was too long to be. What was read is judged by itself; what was not is compared by its hash
 * and, where the browser gives that ready-made, by the hash of its key. No signature of it was checked, so nothing is proved by it.
 */
export const unread: Rule = ({ observation, unreadListed }) => {
  const { unread: parts } = observation;
  if (!parts) return [];
  const count = parts.certificates.length;
  return [
    ...(parts.isLeafUnread ? [finding("unread", "leaf-unread")] : []),
    ...(count > 0 ? [finding("unread", "part-unread", { details: [String(count)] })] : []),
    ...(parts.leftOut > 0 ? [finding("unread", "chain-cut", { details: [String(parts.leftOut)] })] : []),
    ...unreadListed.flatMap(listedUnread),
  ];
};

function listedUnread({ authority, role }: Case["unreadListed"][number]) {
  if (role === "own") return [];
  const isInterceptor = role === "interception" || role === "private-key-public";
  const weight = isInterceptor ? LISTED.resemblance : LISTED["certificate-alone"];
  return [{ ...finding("unread", "listed-unread"), ...weight, strength: "sign" as const, authority, role }];
}
