import * as v from "valibot";
import { once } from "../../src/once.ts";
import { browser } from "./browser.ts";

/**
 * What a browser does for Rootwatch and can refuse. `access`: shows it every site; `reading`: gives out what is stored for good; `saving`:
 * stores more of that; `session`: keeps what lasts until it is closed; `icon`, `notifications`: shows them; `blocking`: stops requests, or
 * lets them pass again; `inspect`: lets its debugger be used.
 */
const SERVICES = ["access", "reading", "saving", "session", "icon", "notifications", "blocking", "inspect"] as const;
export type Service = (typeof SERVICES)[number];

/** A service that the browser refused when it was last asked for. */
export interface Failure {
  readonly service: Service;
  /** Milliseconds since 1970. */
  readonly since: number;
}

const keyOf = (service: Service) => `failure:${service}`;

/** Since when each fails, by service and what was asked of it; of what an earlier background met only the service is known. */
const failing = new Map<string, Failure>();

const known = once(async () => {
  for (const [key, since] of Object.entries(await browser.storage.session.get(SERVICES.map(keyOf)))) {
    const service = SERVICES.find((each) => keyOf(each) === key);
    if (service && v.is(v.number(), since)) failing.set(service, { service, since });
  }
});

/**
 * Asks the browser for a service, and notes whether it was refused. @param what of the service was asked for: that something else works is
 * no sign that this does. @returns what the browser gives; rejects as it does.
 */
export async function noting<Result>(service: Service, ask: () => Promise<Result>, what = ""): Promise<Result> {
  try {
    const given = await ask();
    void noteWhether(true, service, what);
    return given;
  } catch (error) {
    void noteWhether(false, service, what);
    throw error;
  }
}

/** Notes whether a service works. Never rejects: where that cannot be stored, it is known for as long as the background lives. */
export async function noteWhether(works: boolean, service: Service, what = ""): Promise<void> {
  await known().catch(() => null);
  const id = `${service} ${what}`;
  const before = since(service);
  if (works) for (const each of [id, service]) failing.delete(each);
  else if (!failing.has(id)) failing.set(id, { service, since: before ?? Date.now() });
  const [after, { session }] = [since(service), browser.storage];
  if (after === before) return;
  await (after === null ? session.remove(keyOf(service)) : session.set({ [keyOf(service)]: after })).catch(() => null);
}

/** Every service that fails now. Never rejects. */
export async function failures(): Promise<readonly Failure[]> {
  await known().catch(() => null);
  return SERVICES.flatMap((service) => {
    const from = since(service);
    return from === null ? [] : [{ service, since: from }];
  });
}

/** Null while it works. */
function since(service: Service): number | null {
  const times = [...failing.values()].flatMap((each) => (each.service === service ? [each.since] : []));
  return times.length === 0 ? null : Math.min(...times);
}
