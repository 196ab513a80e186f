import { afterEach, expect, test, vi } from "vitest";
import { OwnListStore } from "../../extension/background/own-list-store.ts";
import { forgetPolicy } from "../../extension/settings/settings-in-force.ts";
import { watchedIn } from "../../extension/views/own-list-view.ts";
import { toBase64 } from "../../src/watchlist/base64.ts";
import { type OwnList, ownListOf } from "../../src/watchlist/own-list.ts";
import { selfSigned } from "../certificate/made.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { ownEntry, someEntry } from "../watchlist/own-entries.ts";
import { browser } from "./fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const { local, managed } = browser.storage;
const KEY = "own-list";

afterEach(() => {
  local.unreadable = false;
  local.values.clear();
  managed.values.clear();
  forgetPolicy();
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

test("what an administrator has watched counts beside the list, under the user's words where both have it, until it is set no more", async () => {
  const [both, alone] = [await selfSigned("ec-p256"), await selfSigned("ed25519")];
  const [mine, theirs] = [await ownEntry(both, { name: "My words" }), await ownEntry(alone)];
  const certificate = (made: typeof both) => toBase64(new Uint8Array(made.rawData));
  local.values.set(KEY, ownListOf([mine]));
  managed.values.set("ownList", [
    { name: "Their words", certificate: certificate(both) },
    { name: "Their own", certificate: certificate(alone) },
  ]);
  const store = new OwnListStore(watchlist);
  const named = async ({ sha256, spkiSha256 }: typeof mine) => {
    const list = await store.watchlist();
    const [found, byKey] = [list.findCertificate(sha256 ?? "", ""), list.findKey(spkiSha256)];
    return [found, byKey].map((each) => (each?.role === "own" ? each.name : null));
  };
  expect(await named(mine)).toEqual(["My words", "My words"]);
  expect(await named(theirs)).toEqual(["Their own", "Their own"]);
  expect((await store.view()).managed.map(({ at }) => at)).toEqual(["ownList.0", "ownList.1"]);
  expect(watchedIn(await store.view()).entries.map(({ name }) => name)).toEqual(["My words", "Their own"]);

  await store.remove(theirs);
  expect(await named(theirs)).toEqual(["Their own", "Their own"]);
  expect(await store.add([await someEntry({ name: "Added" })], false)).toMatchObject({ outcome: "stored", added: 1 });
  expect((local.values.get(KEY) as OwnList).entries.map(({ name }) => name)).toEqual(["My words", "Added"]);

  managed.values.clear();
  forgetPolicy();
  await store.readPolicyAgain();
  expect(await named(theirs)).toEqual([null, null]);
  expect(await named(mine)).toEqual(["My words", "My words"]);
});
