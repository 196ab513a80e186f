import * as v from "valibot";
import { browser } from "../platform/browser.ts";

/**
 * One value in the browser's storage. It is read once and then has a copy in memory, so that changes are made in one go and never from a
 * stale reading. A stored value that cannot be read counts as none.
 */
export class StoredValue<Value> {
  private readonly area: "local" | "session";
  private readonly key: string;
  private value: Value;
  private readonly loaded: Promise<void>;

  constructor(area: "local" | "session", key: string, shape: v.GenericSchema<unknown, Value>, empty: Value) {
    this.area = area;
    this.key = key;
    this.value = empty;
    this.loaded = this.load(shape);
  }

  async get(): Promise<Value> {
    await this.loaded;
    return this.value;
  }

  /** Replaces the value by what `change` makes of it; the same object back means no change. Resolves when it is stored. */
  async update(change: (value: Value) => Value): Promise<Value> {
    await this.loaded;
    const changed = change(this.value);
    if (changed === this.value) return changed;
    this.value = changed;
    // When the store is full the copy in memory still speaks, for as long as the background lives.
    await browser.storage[this.area].set({ [this.key]: changed }).catch(() => null);
    return changed;
  }

  private async load(shape: v.GenericSchema<unknown, Value>): Promise<void> {
    const stored = await browser.storage[this.area].get(this.key).catch(() => null);
    const result = v.safeParse(shape, stored?.[this.key]);
    if (result.success) this.value = result.output;
  }
}
