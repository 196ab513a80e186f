import * as v from "valibot";
import type { Sighting } from "../../../src/detection/sighting.ts";
import { browser } from "../../platform/browser.ts";

const Stored = v.strictObject({
  host: v.string(),
  at: v.number(),
  end: v.picklist(["public-root", "added-root", "opened", "unknown-issuer", "revoked"]),
  rootKey: v.nullable(v.string()),
  leafKey: v.nullable(v.string()),
  namesOrganisation: v.boolean(),
});

/** Sightings of private windows are apart from the others, and like them only in the memory of the browser. */
const prefixFor = (isPrivate: boolean) => (isPrivate ? "seen-privately:" : "seen:");

/** After so long without a connection, in milliseconds, the device may have slept and woken up elsewhere. */
const LONGEST_SILENCE = 30 * 60 * 1000;
/** A host that was seen in the same way is written again only after so long, in milliseconds. */
const FRESH = 60 * 1000;
/** More hosts than rules ask for; the oldest give way. */
const MOST_KEPT = 300;

/**
 * What was seen since the last sign of another network, for no interface tells an extension which network it is on. It is kept in
 * `storage.session`, one key a host, with a copy in memory.
 */
export class Network {
  private readonly seen = new Map<string, Sighting>();
  private readonly loaded = this.load();
  private lastAt = 0;
  private readonly listeners: (() => void)[] = [];

  /** Calls the listener whenever what was seen on a network holds no more. */
  onForgotten(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Everything that was seen on this network, by windows of this kind. */
  async sightings(isPrivate: boolean): Promise<Sighting[]> {
    await this.loaded;
    const prefix = prefixFor(isPrivate);
    return [...this.seen].flatMap(([key, sighting]) => (key.startsWith(prefix) ? [sighting] : []));
  }

  async add(sighting: Sighting, isPrivate: boolean): Promise<void> {
    await this.loaded;
    if (sighting.at - this.lastAt > LONGEST_SILENCE) await this.forget();
    this.lastAt = Math.max(this.lastAt, sighting.at);
    const key = prefixFor(isPrivate) + sighting.host;
    const known = this.seen.get(key);
    if (known && isSame(known, sighting) && sighting.at - known.at < FRESH) return;
    this.seen.delete(key);
    this.seen.set(key, sighting);
    const [oldest] = this.seen.keys();
    if (this.seen.size > MOST_KEPT && oldest !== undefined) await this.drop([oldest]);
    await browser.storage.session.set({ [key]: sighting }).catch(() => null);
  }

  /** There was a sign of another network: what was seen before says nothing about this one. */
  async forget(): Promise<void> {
    await this.loaded;
    await this.drop([...this.seen.keys()]);
    for (const listener of this.listeners) listener();
  }

  private async drop(keys: string[]): Promise<void> {
    for (const key of keys) this.seen.delete(key);
    await browser.storage.session.remove(keys);
  }

  private async load(): Promise<void> {
    const stored = Object.entries(await browser.storage.session.get(null)).flatMap(([key, value]) => {
      const isSighting = key.startsWith(prefixFor(false)) || key.startsWith(prefixFor(true));
      return isSighting && v.is(Stored, value) ? [[key, value] as const] : [];
    });
    for (const [key, sighting] of stored.toSorted(([, a], [, b]) => a.at - b.at)) {
      this.seen.set(key, sighting);
      this.lastAt = sighting.at;
    }
  }
}

function isSame(a: Sighting, b: Sighting): boolean {
  return a.end === b.end && a.rootKey === b.rootKey && a.leafKey === b.leafKey;
}
