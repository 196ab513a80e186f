import type { Case } from "../case.ts";

/**
 * What a host counts as where it matters whether somebody picked it: the documented target that it is or lies below, or itself when this
 * device remembers it under a public root; null for any other host.
 */
export function watchedFor(host: string, { watchlist, memory }: Pick<Case, "watchlist" | "memory">): string | null {
  const target = watchlist.findTarget(host);
  if (target) return target.host.replace(/^www\./, "");
  return memory.hosts.has(host) ? host : null;
}
