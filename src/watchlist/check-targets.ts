import type { Authority } from "./authority.ts";
import { matchesMask } from "./host-mask.ts";
import type { InspectionProducts } from "./inspection-products.ts";
import type { Targets } from "./targets.ts";
import { WatchlistError } from "./watchlist-error.ts";

/**
 * Checks that targets and products agree with the authorities they name: an authority under which a target was seen names the host, or
 * services at least, and each host that it names is a target, if it was used for interception.
 * @throws WatchlistError naming the file and field for the first thing that is wrong.
 */
export function checkTargets(
  authorities: readonly Authority[],
  { targets }: Targets,
  { products }: InspectionProducts,
): void {
  const byId = new Map(authorities.map((authority) => [authority.id, authority]));
  checkOnce(targets.map(({ host }) => host));
  for (const [index, { host, authorities: named }] of targets.entries()) {
    for (const [at, id] of named.entries()) {
      const authority = byId.get(id);
      const field = `targets.${index}.authorities.${at}`;
      if (!authority) throw new WatchlistError("targets", field, "there is no such authority");
      const { targetedHosts, targetedServices } = authority;
      const agrees = targetedServices.length > 0 || targetedHosts.some((mask) => matchesMask(host, mask));
      if (!agrees) throw new WatchlistError("targets", field, `${id} does not name this host`);
    }
  }
  for (const { id, targetedHosts, certificates } of authorities) {
    if (!certificates.some(({ role }) => role === "interception")) continue;
    for (const [at, mask] of targetedHosts.entries()) {
      const found = targets.some(({ host, authorities: named }) => matchesMask(host, mask) && named.includes(id));
      if (!found) throw new WatchlistError(id, `targetedHosts.${at}`, "targets does not have it under this authority");
    }
  }
  for (const [index, { authority }] of products.entries()) {
    if (authority === undefined || byId.has(authority)) continue;
    throw new WatchlistError("inspection-products", `products.${index}.authority`, "there is no such authority");
  }
}

function checkOnce(hosts: readonly string[]): void {
  for (const [index, host] of hosts.entries()) {
    if (hosts.indexOf(host) < index)
      throw new WatchlistError("targets", `targets.${index}.host`, "it is there already");
  }
}
