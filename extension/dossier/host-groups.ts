import type { Dossiers } from "../../src/watchlist/dossiers.ts";

/** Hosts of one company. */
interface HostGroup {
  /** Null where nobody is known to run them. */
  readonly operator: string | null;
  readonly hosts: readonly string[];
}

/** Hosts by the company that runs them: the company with most of them first, those of unknown ones last. */
export function groupHosts(hosts: readonly string[], targets: Dossiers["targets"]): HostGroup[] {
  const operatorOf = new Map(targets.map(({ host, operator }) => [host, operator]));
  const groups = new Map<string | null, string[]>();
  for (const host of hosts) {
    const operator = operatorOf.get(host.replace(/^\*\./, "")) ?? null;
    groups.set(operator, [...(groups.get(operator) ?? []), host]);
  }
  return [...groups]
    .map(([operator, members]) => ({ operator, hosts: members }))
    .sort((a, b) => Number(a.operator === null) - Number(b.operator === null) || b.hosts.length - a.hosts.length);
}
