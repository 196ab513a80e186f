import { beforeEach, expect, test, vi } from "vitest";
import { Journal } from "../../extension/background/journal/journal.ts";
import { situationOf } from "../../extension/background/situation.ts";
import { POSITION_KEY } from "../../extension/journal-store/session-keys.ts";
import { PAST_KEY } from "../../extension/memory-store/past.ts";
import { SETTINGS_KEY } from "../../extension/settings/stored-settings.ts";
import { browser } from "./fake-browser.ts";
import { under } from "./records.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const { local, session } = browser.storage;
const KEY = "a".repeat(64);
const head = (seq: number) => ({ seq, hash: "0".repeat(64) });
const situation = (isPrivate = false) =>
  situationOf(under(KEY).assessment, isPrivate, new Journal(async () => "2026-11-22"));

beforeEach(() => {
  for (const area of [local, session]) {
    area.values.clear();
    area.unreadable = false;
  }
});

test("tells what is kept, how many records wait in memory, and since when the key of the root is known", async () => {
  local.values.set(SETTINGS_KEY, { keeping: "evidence" });
  local.values.set(PAST_KEY, { roots: { [KEY]: { first: 5, last: 9, days: 2 } }, hosts: {} });
  session.values.set(POSITION_KEY, { base: head(2), head: head(5), at: 1, bytes: 1 });
  expect(await situation()).toEqual({ keeping: "evidence", inSession: 3, isPrivate: false, keySince: 5 });
});

test("has nothing where nothing is kept or remembered", async () => {
  expect(await situation(true)).toEqual({ keeping: "session", inSession: 0, isPrivate: true, keySince: null });
  expect(await situationOf(null, false, new Journal(async () => ""))).toMatchObject({ keySince: null });
});

test("leaves out what the browser does not give out", async () => {
  for (const area of [local, session]) area.unreadable = true;
  expect(await situation()).toEqual({ keeping: null, inSession: 0, isPrivate: false, keySince: null });
});
