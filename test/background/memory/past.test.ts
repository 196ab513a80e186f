import { expect, test, vi } from "vitest";
import { keepAnswer, readAnswers, rememberHost } from "../../../extension/background/memory/past.ts";
import { readPast } from "../../../extension/memory-store/past.ts";
import { browser } from "../fake-browser.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

test("a page that names ever more hosts below a target fills no disk", async () => {
  for (let at = 0; at < 505; at++) {
    const history = { at, hadTimestamps: true, serial: "01", notBefore: 0, notAfter: 1 };
    await rememberHost(`h${at}.google.com`, history);
  }
  const hosts = Object.keys((await readPast()).hosts);
  expect(hosts).toHaveLength(500);
  expect(hosts).not.toContain("h4.google.com");
  expect(hosts).toContain("h504.google.com");
});

test("keeps an answer of a private window from the disk, and from other windows", async () => {
  await keepAnswer("aa", "told-to", true);
  await keepAnswer("bb", "software", false);
  expect(await readAnswers(true)).toEqual({ aa: "told-to", bb: "software" });
  expect(await readAnswers(false)).toEqual({ bb: "software" });
});

test("what cannot be read takes nothing else with it, and the user's answers stay", async () => {
  const root = { first: 1, last: 2, days: 1 };
  const { local } = browser.storage;
  await local.set({ memory: { roots: { aa: root, odd: "?" }, hosts: [] }, rootAnswers: { bb: "software", odd: 1 } });
  expect((await readPast()).roots).toEqual({ aa: root });
  await keepAnswer("cc", "told-to", false);
  expect(await readAnswers(false)).toEqual({ bb: "software", cc: "told-to" });
  expect(local.values.get("rootAnswers")).toHaveProperty("odd");
});
