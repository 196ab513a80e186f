import { Quiet, quietId } from "../../settings/quiet.ts";
import { StoredList } from "../stored-list.ts";

/** More than anyone goes through; the oldest give way. */
const MOST_KEPT = 500;

/** What the user has quieted. What was quieted in a private window lives no longer than the browser, and counts in such windows alone. */
export class QuietList {
  private readonly kept = new StoredList("local", "quiet", Quiet);
  private readonly private = new StoredList("session", "quiet-privately", Quiet);

  async entries(isPrivate: boolean): Promise<readonly Quiet[]> {
    const kept = await this.kept.get();
    return isPrivate ? [...kept, ...(await this.private.get())] : kept;
  }

  async add(entry: Quiet, isPrivate: boolean): Promise<void> {
    const list = isPrivate ? this.private : this.kept;
    await list.update((entries) => [...without(entries, entry), entry].slice(-MOST_KEPT));
  }

  /** Lets it speak again, in every window. */
  async remove(entry: Quiet): Promise<void> {
    for (const list of [this.kept, this.private]) await list.update((entries) => without(entries, entry));
  }
}

function without(entries: readonly Quiet[], entry: Quiet): Quiet[] {
  return entries.filter((other) => quietId(other) !== quietId(entry));
}
