import * as v from "valibot";
import { once } from "../../src/once.ts";
import { storage } from "../platform/storage.ts";

type Change<Value> = (value: Value) => Value;

/**
 * One value in the browser's storage. Once read it has a copy in memory, so that changes are made in one go and never from a stale
 * reading. While the browser does not give it out, every use asks again, and changes hold in memory alone: nothing is stored over what
 * nobody has seen. What was given out and is not of the agreed shape counts as none.
 */
export class StoredValue<Value> {
  private readonly area: "local" | "session";
  private readonly key: string;
  private readonly shape: v.GenericSchema<Value>;
  private readonly empty: Value;
  private value: Value;
  private isRead = false;
  private readonly read = once(() => this.load());
  /** Changes made before it could be read, in their order. */
  private readonly waiting: Change<Value>[] = [];

  constructor(area: "local" | "session", key: string, shape: v.GenericSchema<Value>, empty: Value) {
    this.area = area;
    this.key = key;
    this.shape = shape;
    this.empty = empty;
    this.value = empty;
  }

  /** The value as far as it is known: what was changed alone while the browser does not give out what is stored. Never rejects. */
  async get(): Promise<Value> {
    await this.read().catch(() => null);
    return this.value;
  }

  /** The value with what is stored. @throws the browser's error when it does not give that out. */
  async getWhole(): Promise<Value> {
    await this.read();
    return this.value;
  }

  /**
   * Replaces the value by what `change` makes of it; the same object back means no change. Resolves when it is stored, as far as it can
   * be. `change` is called again on what is stored when that could only be read later.
   */
  async update(change: Change<Value>): Promise<Value> {
    await this.read().catch(() => null);
    if (!this.isRead) this.waiting.push(change);
    const changed = change(this.value);
    if (changed === this.value) return changed;
    this.value = changed;
    if (this.isRead) await this.store();
    return changed;
  }

  private async load(): Promise<void> {
    const { [this.key]: stored } = await storage[this.area].get(this.key);
    const found = v.is(this.shape, stored) ? stored : this.empty;
    this.value = this.waiting.splice(0).reduce((value, change) => change(value), found);
    this.isRead = true;
    if (this.value !== found) await this.store();
  }

  private async store(): Promise<void> {
    // When the store is full the copy in memory still speaks, for as long as the background lives.
    await storage[this.area].set({ [this.key]: this.value }).catch(() => null);
  }
}
