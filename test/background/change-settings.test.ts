import { beforeEach, expect, test, vi } from "vitest";
import { changeSettings } from "../../extension/background/change-settings.ts";
import { readSettings } from "../../extension/settings/settings-in-force.ts";
import { browser } from "./fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const { local } = browser.storage;

beforeEach(() => local.values.clear());

test("of two changes at the same time none is lost", async () => {
  await Promise.all([
    changeSettings(() => ({ watchForMe: true })),
    changeSettings(() => ({ memory: false })),
    changeSettings(({ watchedHosts }) => ({ watchedHosts: [...watchedHosts, "a.example"] })),
    changeSettings(({ watchedHosts }) => ({ watchedHosts: [...watchedHosts, "b.example"] })),
  ]);
  const settings = await readSettings();
  expect(settings).toMatchObject({ watchForMe: true, memory: false, watchedHosts: ["a.example", "b.example"] });
});

test("a change that cannot be made says so, changes nothing, and keeps none after it", async () => {
  await changeSettings(() => ({ watchForMe: true }));
  local.unreadable = true;
  const change = changeSettings(() => ({ memory: false }));
  await expect(change).rejects.toThrow();
  local.unreadable = false;
  expect(await changeSettings(() => ({ watchWithBar: true }))).toMatchObject({
    watchForMe: true,
    watchWithBar: true,
    memory: true,
  });
});

test("one host that is none takes no other with it, and a level that is not known stays for who knows it", async () => {
  await local.set({ settings: { watchedHosts: ["a.example", "no host", 1, "b.example"], alertLevel: "newer" } });
  expect(await readSettings()).toMatchObject({ watchedHosts: ["a.example", "b.example"], alertLevel: "page" });
  await changeSettings(() => ({ memory: false }));
  expect(local.values.get("settings")).toMatchObject({ alertLevel: "newer", memory: false });
});
