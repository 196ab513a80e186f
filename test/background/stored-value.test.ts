import * as v from "valibot";
import { afterEach, expect, test, vi } from "vitest";
import { StoredList } from "../../extension/background/stored-list.ts";
import { StoredValue } from "../../extension/background/stored-value.ts";
import { browser } from "./fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const { local } = browser.storage;
const KEY = "names";

afterEach(() => {
  local.unreadable = false;
  local.values.clear();
});

const names = () => new StoredValue<string[]>("local", KEY, v.array(v.string()), []);
const adding = (name: string) => (all: string[]) => [...all, name];
const removing = (name: string) => (all: string[]) => all.filter((each) => each !== name);

test("what could not be read at first is not lost by a change, and the change not either", async () => {
  local.values.set(KEY, ["kept", "removed"]);
  const stored = names();
  local.unreadable = true;
  await stored.update(removing("removed"));
  await stored.update(adding("added"));
  expect(await stored.get()).toEqual(["added"]);
  await expect(stored.getWhole()).rejects.toThrow();
  expect(local.values.get(KEY)).toEqual(["kept", "removed"]);

  local.unreadable = false;
  expect(await stored.get()).toEqual(["kept", "added"]);
  expect(local.values.get(KEY)).toEqual(["kept", "added"]);
  await stored.update(adding("later"));
  expect(local.values.get(KEY)).toEqual(["kept", "added", "later"]);
});

test("changes at the same time, while it is being read, are all there", async () => {
  local.values.set(KEY, ["kept"]);
  const stored = names();
  await Promise.all([stored.update(adding("a")), stored.update(adding("b")), stored.get()]);
  expect(local.values.get(KEY)).toEqual(["kept", "a", "b"]);
});

test("an entry that cannot be read takes no other with it, and is there for who can read it", async () => {
  const newer = { name: "of a newer version" };
  local.values.set(KEY, ["a", newer, "b"]);
  const list = new StoredList("local", KEY, v.string());
  expect(await list.get()).toEqual(["a", "b"]);
  await list.update(adding("c"));
  expect(await list.get()).toEqual(["a", "b", "c"]);
  expect(local.values.get(KEY)).toContainEqual(newer);
});
