import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { Message } from "../../extension/messages.ts";

type Listener = (...told: never[]) => unknown;

/** An event of the browser, with those who listen. */
class BrowserEvent {
  private readonly listeners: Listener[] = [];
  readonly addListener = (listener: Listener) => void this.listeners.push(listener);
  readonly removeListener = (listener: Listener) => void this.listeners.splice(this.listeners.indexOf(listener), 1);
  /** Tells everybody. @returns what they answer, in the order in which they began to listen. */
  readonly tell = (...told: unknown[]) => this.listeners.map((listener) => listener(...(told as never[])));
}

/** What answers at once, and so cannot be refused. */
const AT_ONCE = ["getURL", "getManifest", "getMessage"];

export const OWN = "moz-extension://own";

/** A browser in which the whole background can run, and which refuses what a test says. */
export class RefusingBrowser {
  /** What it was asked for so far, such as "storage.local.set". */
  readonly asked = new Set<string>();
  /** What it refuses; null while it does everything. */
  refused: string | readonly string[] | null = null;
  /** Whether it shows every site to extensions. */
  showsEverySite = true;
  /** The address that tab 1 was sent to last. */
  sentTo = "about:blank";
  /** The texts that the icon of tab 1 has had. */
  readonly badges: string[] = [];
  readonly notifications: unknown[] = [];
  readonly stored = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };
  api: ReturnType<RefusingBrowser["make"]>;
  private readonly chain: readonly Uint8Array[];
  private readonly kind: "firefox" | "chrome";
  private readonly databases = new IDBFactory();
  private lastTurn: Promise<unknown> = Promise.resolve();

  /** @param chain of every host, DER, leaf first: shown by webRequest in the one kind and by the debugger in the other. */
  constructor(chain: readonly Uint8Array[], kind: "firefox" | "chrome" = "firefox") {
    this.chain = chain;
    this.kind = kind;
    this.api = this.make();
  }

  /** What modules import as the browser. */
  get browser(): object {
    return this.watched(this.api, []);
  }

  /** Puts in the place of what is everywhere what belongs to this browser, and ends whatever a background before this one held. */
  begin(fetch: (url: string) => Promise<Response>): void {
    this.api = this.make();
    this.lastTurn = Promise.resolve();
    const request = (_: string, work: () => Promise<unknown>) => {
      const turn = this.lastTurn.then(work);
      this.lastTurn = turn.catch(() => null);
      return turn;
    };
    vi.stubGlobal("self", new EventTarget());
    const { databases } = this;
    const everywhere = {
      fetch,
      navigator: { locks: { request } },
      indexedDB: {
        open: databases.open.bind(databases),
        databases: databases.databases.bind(databases),
        deleteDatabase: databases.deleteDatabase.bind(databases),
      },
    };
    for (const [name, api] of Object.entries(this.watched(everywhere, []))) vi.stubGlobal(name, api);
    if (this.kind === "firefox") return;
    vi.stubGlobal("location", { href: `${OWN}/background.js` });
    vi.stubGlobal("chrome", this.watched(this.chrome(), []));
  }

  /** Waits until whatever has asked for a turn so far has had it. */
  async rest(): Promise<void> {
    await this.lastTurn;
  }

  /** What our own page is answered. */
  async ask<Answer>(message: Message): Promise<Answer> {
    const sender = { id: "own", url: `${OWN}/extension/popup/index.html` };
    const answer = await this.api.runtime.onMessage.tell(message, sender).find((each) => each !== undefined);
    return answer as Answer;
  }

  /** The same interface, of which it is noted what is called, and refused what is to be. */
  watched<Api extends object>(api: Api, path: readonly string[]): Api {
    const entries = Object.entries(api).map(([name, value]) => {
      if (typeof value === "function" && !AT_ONCE.includes(name)) return [name, this.refusing(value, [...path, name])];
      const isApi = typeof value === "object" && value !== null && !(value instanceof BrowserEvent);
      return [name, isApi ? this.watched(value, [...path, name]) : value];
    });
    return Object.fromEntries(entries);
  }

  private refusing(ask: Listener, path: readonly string[]): Listener {
    const name = path.join(".");
    return (...given) => {
      this.asked.add(name);
      if (![this.refused].flat().includes(name)) return ask(...given);
      const refusal = new Error(`${name} is refused`);
      // What gives no promise throws.
      if (name.startsWith("indexedDB.open")) throw refusal;
      return Promise.reject(refusal);
    };
  }

  private area(values: Map<string, unknown>) {
    return {
      get: async (keys: string | readonly string[] | null = null) =>
        Object.fromEntries([...values].filter(([name]) => keys === null || [keys].flat().includes(name))),
      set: async (added: object) => {
        for (const [name, value] of Object.entries(added)) values.set(name, structuredClone(value));
      },
      remove: async (keys: string | readonly string[]) => {
        for (const key of [keys].flat()) values.delete(key);
      },
    };
  }

  private chrome() {
    const tableNames = this.chain.map((der) => Buffer.from(der).toString("base64"));
    return {
      webRequest: { onHeadersReceived: new BrowserEvent() },
      debugger: {
        onEvent: new BrowserEvent(),
        getTargets: async () => [{ type: "worker", url: location.href, id: "worker", attached: false }],
        attach: async () => undefined,
        detach: async () => undefined,
        sendCommand: async (_: object, method: string) => (method === "Network.getCertificate" ? { tableNames } : {}),
      },
    };
  }

  private make() {
    const done = async () => null;
    const events = <Name extends string>(...names: Name[]) =>
      Object.fromEntries(names.map((name) => [name, new BrowserEvent()])) as Record<Name, BrowserEvent>;
    const certificates = this.chain.map((der) => ({ rawDER: [...der], isBuiltInRoot: false }));
    return {
      storage: {
        local: this.area(this.stored.local),
        session: this.area(this.stored.session),
        managed: { get: async () => ({}) },
        ...events("onChanged"),
      },
      webRequest: {
        ...events("onBeforeRequest", "onBeforeSendHeaders", "onHeadersReceived", "onErrorOccurred"),
        ...(this.kind === "firefox" ? { getSecurityInfo: async () => ({ certificates }) } : {}),
      },
      webNavigation: {
        ...events("onBeforeNavigate", "onCommitted", "onErrorOccurred"),
        getFrame: async () => ({ url: this.sentTo }),
      },
      tabs: {
        ...events("onUpdated", "onRemoved"),
        get: async () => ({ incognito: false, url: this.sentTo }),
        update: async (_: number, { url }: { readonly url: string }) => {
          this.sentTo = url;
        },
      },
      action: {
        setBadgeText: async ({ text }: { readonly text: string }) => void this.badges.push(text),
        setBadgeBackgroundColor: done,
        setIcon: done,
        setTitle: done,
      },
      notifications: { create: async (...shown: unknown[]) => void this.notifications.push(shown) },
      declarativeNetRequest: {
        getDynamicRules: async () => [],
        getSessionRules: async () => [],
        updateDynamicRules: done,
        updateSessionRules: done,
      },
      permissions: { ...events("onAdded", "onRemoved"), contains: async () => this.showsEverySite },
      captivePortal: { ...events("onStateChanged"), getState: async () => "not_captive" },
      commands: events("onCommand"),
      i18n: { getMessage: (key: string) => key },
      runtime: {
        ...events("onMessage", "onConnect", "onInstalled"),
        id: "own",
        sendMessage: done,
        getURL: (path: string) => `${OWN}/${path}`,
        getManifest: () => ({ version: "1.0.0" }),
        getBrowserInfo: async () => ({ name: "Firefox", version: "140.0" }),
      },
    };
  }
}
