import { vi } from "vitest";

/**
 * A part of the browser's storage, in memory; `broken` makes it fail as on a full disk or in a damaged profile, `unreadable` as when it gives
 * out nothing and would take what it is given.
 */
class FakeArea {
  readonly values = new Map<string, unknown>();
  broken = false;
  unreadable = false;

  readonly get = async (keys: string | readonly string[] | null = null) => {
    if (this.broken || this.unreadable) throw new Error("the storage is broken");
    return Object.fromEntries([...this.values].filter(([name]) => keys === null || [keys].flat().includes(name)));
  };
  readonly set = async (values: object) => {
    if (this.broken) throw new Error("the storage is broken");
    for (const [name, value] of Object.entries(values)) this.values.set(name, value);
  };
  readonly remove = async (keys: string | readonly string[]) => {
    for (const key of [keys].flat()) this.values.delete(key);
  };
}

const done = async (): Promise<unknown> => null;

/** As much of a browser as the background's own parts use. */
export const browser = {
  storage: { local: new FakeArea(), session: new FakeArea(), managed: new FakeArea() },
  webRequest: { onErrorOccurred: { addListener: vi.fn() } },
  webNavigation: { onCommitted: { addListener: vi.fn() }, onErrorOccurred: { addListener: vi.fn() } },
  tabs: { get: async (): Promise<{ incognito: boolean; url?: string }> => ({ incognito: false }), update: done },
  action: { setBadgeText: done, setBadgeBackgroundColor: done, setIcon: done, setTitle: done },
  i18n: { getMessage: (key: string) => key },
  runtime: {
    id: "own",
    onConnect: { addListener: vi.fn() },
    onMessage: { addListener: vi.fn() },
    sendMessage: done,
    getURL: (path: string) => `chrome-extension://own/${path}`,
    getManifest: () => ({ version: "1.0.0" }),
    getBrowserInfo: async () => ({ name: "Firefox", version: "140.0" }),
  },
  notifications: { create: done },
  declarativeNetRequest: {
    getDynamicRules: async () => [],
    getSessionRules: async () => [],
    updateDynamicRules: vi.fn(async (_: { readonly addRules: readonly unknown[] }) => null),
    updateSessionRules: vi.fn(async (_: { readonly addRules: readonly unknown[] }) => null),
  },
};
