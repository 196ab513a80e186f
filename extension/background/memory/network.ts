import * as v from "valibot";
import type { Sighting } from "../../../src/detection/sighting.ts";
import { changeBy, current } from "../../../src/detection/sightings.ts";
import { once } from "../../../src/once.ts";
import { storage } from "../../platform/storage.ts";

const Stored = v.strictObject({
  host: v.string(),
  at: v.number(),
  since: v.number(),
  end: v.picklist(["public-root", "added-root", "opened", "unknown-issuer", "revoked"]),
  rootKey: v.nullable(v.string()),
  leafKey: v.nullable(v.string()),
  leftOutByPrograms: v.boolean(),
});

/** Sightings of private windows are apart from the others, and like them only in the memory of the browser. */
const prefixFor = (isPrivate: boolean) => (isPrivate ? "seen-privately:" : "seen:");

/**
 * What was seen since the last sign of another network, for no interface tells an extension which network it is on. It is kept in
 * `storage.session`, one key a host, with a copy in memory.
 */
export class Network {
  private readonly seen = new Map<string, Sighting>();
  /** Whether what is stored, and could not be read so far, is of another network. */
  private isStoredStale = false;
  private readonly load = once(() => this.loadStored());
  private readonly listeners: (() => void)[] = [];

  /** Calls the listener whenever what was seen on a network holds no more. */
  onForgotten(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** What counts at a time of that which was seen on this network, by windows of this kind. */
  async sightings(isPrivate: boolean, at: number): Promise<readonly Sighting[]> {
    await this.known();
    return current(this.all(isPrivate), at);
  }

  async add(sighting: Sighting, isPrivate: boolean): Promise<void> {
    await this.known();
    const prefix = prefixFor(isPrivate);
    const known = this.all(isPrivate);
    const { dropped, kept } = changeBy(sighting, known);
    // Windows of one kind may have been silent while others were not: then the device is where it was.
    const wasSilent = this.seen.size > 0 && current([...this.seen.values()], sighting.at).length === 0;
    await this.drop(dropped.map((host) => prefix + host));
    if (wasSilent) for (const listener of this.listeners) listener();
    if (!kept) return;
    const key = prefix + kept.host;
    // So that the order is that of the times.
    this.seen.delete(key);
    this.seen.set(key, kept);
    await storage.session.set({ [key]: kept }).catch(() => null);
  }

  /** There was a sign of another network: what was seen before says nothing about this one. */
  async forget(): Promise<void> {
    await this.load().catch(() => {
      this.isStoredStale = true;
    });
    await this.drop([...this.seen.keys()]);
    for (const listener of this.listeners) listener();
  }

  private all(isPrivate: boolean): Sighting[] {
    const prefix = prefixFor(isPrivate);
    return [...this.seen].flatMap(([key, sighting]) => (key.startsWith(prefix) ? [sighting] : []));
  }

  private async drop(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    for (const key of keys) this.seen.delete(key);
    // Where they stay stored, they are forgotten for as long as the background lives.
    await storage.session.remove(keys).catch(() => null);
  }

  /** Never rejects: while the browser does not give out what is stored, what is seen now counts alone. */
  private async known(): Promise<void> {
    await this.load().catch(() => null);
  }

  private async loadStored(): Promise<void> {
    const stored = Object.entries(await storage.session.get(null)).flatMap(([key, value]) => {
      const isSighting = key.startsWith(prefixFor(false)) || key.startsWith(prefixFor(true));
      return isSighting && v.is(Stored, value) ? [[key, value] as const] : [];
    });
    const before = stored.filter(([key]) => !this.seen.has(key));
    if (this.isStoredStale) return this.drop(before.map(([key]) => key));
    const inOrder = [...before, ...this.seen].toSorted(([, a], [, b]) => a.at - b.at);
    this.seen.clear();
    for (const [key, sighting] of inOrder) this.seen.set(key, sighting);
  }
}
