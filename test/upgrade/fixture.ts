import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Settings } from "../../extension/settings/settings.ts";
import type { OwnList } from "../../src/watchlist/own-list.ts";
import { factoryOf } from "../browser/databases.ts";
import type { LabBrowser } from "../browser/harness/lab-browser.ts";
import type { Stored } from "../browser/stored-records.ts";

/** What a version of Rootwatch left on a disk. Bytes stand as `{ "base64": … }`. */
export interface Fixture {
  /** As it lies in `storage.local`. */
  readonly local: {
    readonly settings: Partial<Settings>;
    readonly "own-list": OwnList;
    readonly memory: { readonly roots: object; readonly hosts: object };
    readonly rootAnswers: object;
    readonly quiet: readonly object[];
    readonly blocked: readonly { readonly host: string }[];
  } & Readonly<Record<string, unknown>>;
  /** The database of this name. */
  readonly journal: {
    readonly version: number;
    readonly stores: readonly {
      readonly name: string;
      readonly keyPath: string | null;
      readonly indexes: readonly { readonly name: string; readonly keyPath: string; readonly multiEntry: boolean }[];
      readonly rows: readonly (readonly [IDBValidKey, unknown])[];
    }[];
  };
}

const FOLDER = fileURLToPath(new URL("fixtures/", import.meta.url));

/** What every version is to open, the oldest format first. */
export const fixtureNames = (): string[] => readdirSync(FOLDER).toSorted();

/** The file of a fixture. */
export const fixtureFile = (name: string): string => `${FOLDER}${name}`;

export const readFixture = (name: string) => JSON.parse(readFileSync(fixtureFile(name), "utf8")) as Fixture;

/** The rows of a store. */
export const rowsOf = <Row = unknown>({ journal }: Fixture, store: string) =>
  (journal.stores.find(({ name }) => name === store)?.rows ?? []).map(([, row]) => row as Row);

/** The records that are in clear. */
export const clearRecords = (fixture: Fixture) =>
  rowsOf<Stored>(fixture, "records").filter((record) => "line" in record);

const OPEN = (version: string) => `(async () => {
  // Without its factory Chromium's database goes to sleep for ever as soon as garbage is collected.
  globalThis.factory = await ${factoryOf("journal")};
  const opening = factory.open("journal"${version});
  opening.onupgradeneeded = () => globalThis.make?.(opening.result);
  await new Promise((done, fail) => { opening.onsuccess = done; opening.onerror = () => fail(opening.error); });
  return opening.result;
})()`;

/** Everything that the extension has on the disk now. */
export const dump = (browser: LabBrowser) =>
  browser.inExtension<Fixture>(`(async () => {
    const database = await ${OPEN("")};
    const plain = (value) => value instanceof Uint8Array ? { base64: btoa(String.fromCharCode(...value)) }
      : value?.sealed ? { ...value, sealed: plain(value.sealed) } : value;
    const all = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    const stores = await Promise.all([...database.objectStoreNames].map(async (name) => {
      const store = database.transaction(name).objectStore(name);
      const indexes = [...store.indexNames].map((index) => store.index(index))
        .map(({ name, keyPath, multiEntry }) => ({ name, keyPath, multiEntry }));
      const [keys, values] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
      return { name, keyPath: store.keyPath, indexes, rows: keys.map((key, index) => [key, plain(values[index])]) };
    }));
    const { version } = database;
    database.close();
    return { local: await chrome.storage.local.get(null), journal: { version, stores } };
  })()`);

/** Puts a disk into a browser that was just started, in the place of its own, and has the background begin anew. */
export async function putIn(browser: LabBrowser, { local, journal }: Fixture): Promise<void> {
  await browser.inExtension(`(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(${JSON.stringify(local)});
    const { version, stores } = ${JSON.stringify(journal)};
    globalThis.make = (database) => {
      for (const { name, keyPath, indexes } of stores) {
        const store = database.createObjectStore(name, { keyPath });
        for (const { name, keyPath, multiEntry } of indexes) store.createIndex(name, keyPath, { multiEntry });
      }
    };
    const database = await ${OPEN(", version")};
    globalThis.make = undefined;
    const whole = (value) => value?.base64 !== undefined ? Uint8Array.from(atob(value.base64), (c) => c.charCodeAt(0))
      : value?.sealed ? { ...value, sealed: whole(value.sealed) } : value;
    const change = database.transaction(stores.map(({ name }) => name), "readwrite");
    for (const { name, keyPath, rows } of stores) {
      for (const [key, value] of rows) change.objectStore(name).put(whole(value), ...(keyPath === null ? [key] : []));
    }
    await new Promise((done, fail) => { change.oncomplete = done; change.onabort = () => fail(change.error); });
    database.close();
    return true;
  })()`);
  await browser.evictBackground();
}
