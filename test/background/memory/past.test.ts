import { expect, test, vi } from "vitest";
import {
  forgetPast,
  keepAnswer,
  readAnswers,
  rememberHost,
  rememberRoot,
} from "../../../extension/background/memory/past.ts";
import { readPast } from "../../../extension/memory-store/past.ts";
import { browser } from "../fake-browser.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

const NOW = Date.UTC(2026, 10, 22);

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

test("what a newer version remembers stays for who can read it, until all is forgotten", async () => {
  const { local } = browser.storage;
  const newer = { roots: { aa: { since: "?" } }, hosts: { "a.example": [] }, networks: { aa: 1 } };
  await local.set({ memory: newer });
  await rememberRoot("bb", NOW);
  await rememberHost("b.example", { at: 1, hadTimestamps: true, serial: "01", notBefore: 0, notAfter: 1 });
  const stored = local.values.get("memory");
  expect(stored).toMatchObject(newer);
  expect(stored).toMatchObject({ roots: { bb: { first: NOW } }, hosts: { "b.example": { serial: "01" } } });
  await forgetPast();
  expect(local.values.get("memory")).toEqual({ roots: {}, hosts: {} });
});
