import * as v from "valibot";
import { StoredValue } from "./stored-value.ts";

/** A list in the browser's storage, read entry by entry: one that is not of the agreed shape takes no other with it. */
export class StoredList<Entry> {
  private readonly stored: StoredValue<unknown[]>;
  private readonly entry: v.GenericSchema<Entry>;

  constructor(area: "local" | "session", key: string, entry: v.GenericSchema<Entry>) {
    this.stored = new StoredValue<unknown[]>(area, key, v.array(v.unknown()), []);
    this.entry = entry;
  }

  /** As `StoredValue.get`. */
  async get(): Promise<Entry[]> {
    return this.readable(await this.stored.get());
  }

  /** As `StoredValue.getWhole`. */
  async getWhole(): Promise<Entry[]> {
    return this.readable(await this.stored.getWhole());
  }

  /** As `StoredValue.update`. */
  async update(change: (entries: Entry[]) => Entry[]): Promise<void> {
    await this.stored.update((all) => {
      const entries = this.readable(all);
      const changed = change(entries);
      // An entry that cannot be read may be that of a newer version, which can read it when the user goes back to it.
      return changed === entries ? all : [...all.filter((each) => !v.is(this.entry, each)), ...changed];
    });
  }

  private readable(all: readonly unknown[]): Entry[] {
    return all.filter((each) => v.is(this.entry, each));
  }
}
