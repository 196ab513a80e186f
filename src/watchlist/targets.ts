import * as v from "valibot";
import { Country, Host, Id, Text, Url } from "./fields.ts";
import { withParents } from "./host-mask.ts";

/** targets.json: the hosts that are documented as intercepted somewhere, each once. */
export const Targets = v.strictObject({
  targets: v.array(
    v.strictObject({
      host: Host,
      /** True where the sources name the service only, and the host is known to be the service's. */
      byService: v.optional(v.literal(true)),
      /** The company that runs it; null where no source says so. */
      operator: v.nullable(Text),
      /** Where that company is at home. */
      country: v.nullable(Country),
      /** Ids of the authorities under which it was seen; empty where the certificate of the time is not known. */
      authorities: v.array(Id),
      sources: v.pipe(v.array(Url), v.minLength(1, "a source is wanted")),
    }),
  ),
});
export type Targets = v.InferOutput<typeof Targets>;

/** The hosts of one company, as they are shipped. */
export interface CompiledTargets {
  readonly operator: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly hosts: readonly string[];
}

/** A host that is documented as intercepted somewhere. */
export interface Target {
  /** As documented; `www.` in front counts for the whole domain. */
  readonly host: string;
  readonly operator: string | null;
  /** ISO 3166-1 alpha-2, where the operator is at home. */
  readonly country: string | null;
}

/** Finds the documented host that a name is or lies below, the nearest one; null when there is none. */
export function targetFinder(compiled: readonly CompiledTargets[]): (host: string) => Target | null {
  const all = compiled.flatMap(({ operator, country, hosts }) =>
    hosts.map((host): Target => ({ host, operator, country })),
  );
  const targets = new Map(all.map((target) => [target.host.replace(/^www\./, ""), target]));
  for (const target of all) targets.set(target.host, target);
  return (host) => {
    for (const name of withParents(host)) {
      const target = targets.get(name);
      if (target) return target;
    }
    return null;
  };
}

/** The shipped form: who runs which hosts. */
export function compileTargets({ targets }: Targets): CompiledTargets[] {
  const groups = new Map<string, { operator: string | null; country: string | null; hosts: string[] }>();
  for (const { host, operator, country } of targets) {
    const key = JSON.stringify([operator, country]);
    const group = groups.get(key) ?? { operator, country, hosts: [] };
    group.hosts.push(host);
    groups.set(key, group);
  }
  return [...groups.values()];
}
