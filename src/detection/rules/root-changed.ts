import { timeText } from "../../certificate/time.ts";
import { finding, type Rule } from "./rule.ts";

/**
 * This device remembers the host under a public root, and now it is under an added or a listed one. From one public root to another, or to
 * a renewed certificate, is ordinary life.
 */
export const rootChanged: Rule = ({ observation: { host }, root, matches, memory }) => {
  const known = host === null ? undefined : memory.hosts.get(host);
  const isListed = matches.some(({ strength }) => strength !== "name" && strength !== "key-identifier");
  if (!known || (root?.kind !== "added" && !isListed)) return [];
  return [
    finding("root-changed", "root-changed", { certificate: root?.certificate ?? null, details: [timeText(known.at)] }),
  ];
};
