import { afterEach, expect, test, vi } from "vitest";
import { OwnListStore } from "../../extension/background/own-list-store.ts";
import { ownListOf } from "../../src/watchlist/own-list.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { someEntry } from "../watchlist/own-entries.ts";
import { browser } from "./fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const { local } = browser.storage;
const KEY = "own-list";

afterEach(() => {
  local.unreadable = false;
  local.values.clear();
});

test("a list that the browser did not give out at first is asked for again, and nothing is stored over it", async () => {
  const [kept, added] = [await someEntry({ name: "Kept" }), await someEntry({ name: "Added" })];
  local.values.set(KEY, ownListOf([kept]));
  local.unreadable = true;
  const store = new OwnListStore(watchlist);
  expect((await store.watchlist()).findKey(kept.spkiSha256)).toBe(null);
  expect((await store.view()).unreadable?.fault).toBe("storage");
  expect(await store.add([added], false)).toMatchObject({ outcome: "refused" });
  expect(await store.discardUnreadable()).toMatchObject({ outcome: "refused" });
  expect(local.values.get(KEY)).toEqual(ownListOf([kept]));

  local.unreadable = false;
  expect((await store.watchlist()).findKey(kept.spkiSha256)?.role).toBe("own");
  expect(await store.add([added], false)).toMatchObject({ outcome: "stored", added: 1 });
  expect((await store.view()).entries.map(({ name }) => name)).toEqual(["Kept", "Added"]);
});
