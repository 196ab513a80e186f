import * as v from "valibot";
import { browser } from "../../platform/browser.ts";
import { isDrillUrl } from "../drill-address.ts";
import { StoredList } from "../stored-list.ts";
import { isHostRecord } from "../stored-tab.ts";
import type { HostRecord } from "../tab-state.ts";

const Warning = v.strictObject({
  id: v.string(),
  /** The page in the place of which it stands, with path and query. */
  url: v.string(),
  /** The request of the page, for as long as the page itself has not come into the tab; null when it has, or nothing was sent. */
  request: v.nullable(v.string()),
  /** What was seen of the host; null when it was stopped before anything could be seen. */
  record: v.nullable(v.custom<HostRecord>(isHostRecord)),
  /** Why nothing was sent: the host is blocked, or it is one of the default targets; null when the page itself was intercepted. */
  stopped: v.nullable(v.picklist(["host", "target"])),
  authority: v.nullable(v.string()),
  isPrivate: v.boolean(),
  /** How many steps back in the tab's history the page before lies. */
  steps: v.number(),
});
export type Warning = v.InferOutput<typeof Warning>;

/** More than anyone leaves open; the oldest say then that they are out of date. */
const MOST_KEPT = 50;
const PAGE = "extension/warning/index.html";

/** The warnings of this session. The address of the page holds a random name for one, so that no history tells which site it was. */
export class Warnings {
  private readonly stored = new StoredList("session", "warnings", Warning);

  /** Keeps a warning and gives the address of its page. */
  async add(warning: Omit<Warning, "id">): Promise<string> {
    const id = crypto.randomUUID();
    await this.stored.update((warnings) => [...warnings, { ...warning, id }].slice(-MOST_KEPT));
    return browser.runtime.getURL(`${PAGE}?${id}`);
  }

  /** Null when it is out of date. */
  async get(id: string): Promise<Warning | null> {
    return (await this.stored.get()).find((warning) => warning.id === id) ?? null;
  }

  async replace(changed: Warning): Promise<void> {
    await this.stored.update((warnings) => warnings.map((warning) => (warning.id === changed.id ? changed : warning)));
  }

  /** The name of the warning that a page of this address shows; null for every other page. */
  static idIn(url: string): string | null {
    return url.startsWith(browser.runtime.getURL(PAGE)) ? new URL(url).search.slice(1) : null;
  }

  /** What was seen of a host the last time that it was warned of. */
  async lastRecord(host: string, isPrivate: boolean): Promise<HostRecord | null> {
    const warnings = (await this.stored.get()).filter(
      (warning) => warning.isPrivate === isPrivate && !isDrillUrl(warning.url),
    );
    return warnings.findLast(({ record }) => record?.host === host)?.record ?? null;
  }
}
