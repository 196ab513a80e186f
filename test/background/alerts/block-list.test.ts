import { expect, test, vi } from "vitest";
import { BlockList } from "../../../extension/background/alerts/block-list.ts";
import { AlertSession } from "../../../extension/background/alerts/session.ts";
import { browser } from "../fake-browser.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

/** As many rules with an expression as browsers take; beyond, they refuse the whole change. */
const MOST_RULES = 1000;

test("however many hosts are stopped, the browser takes the rules, also without one that passes again", async () => {
  await browser.storage.local.set({ settings: { alertLevel: "block" } });
  const blocks = new BlockList(new AlertSession());
  for (let at = 0; at < 300; at++) {
    const block = { host: `h${at}.example`, binding: "", authority: null, at };
    await blocks.add(block, false);
    await blocks.add(block, true);
  }
  await blocks.remove("h299.example");
  const { updateDynamicRules, updateSessionRules } = browser.declarativeNetRequest;
  const added = [updateDynamicRules, updateSessionRules].flatMap((update) => update.mock.lastCall?.[0].addRules ?? []);
  expect(added.length).toBeLessThanOrEqual(MOST_RULES);
  expect(JSON.stringify(added)).toContain("h298");
  expect(JSON.stringify(added)).not.toContain("h299");
});

test("a stopped host is not reached by its other writing, with a dot at the end", async () => {
  await new BlockList(new AlertSession()).add(
    { host: "dotted.example", binding: "", authority: null, at: 1000 },
    false,
  );
  const rules = browser.declarativeNetRequest.updateDynamicRules.mock.lastCall?.[0].addRules as {
    condition: { regexFilter: string };
  }[];
  const isStopped = (url: string) => rules.some(({ condition }) => new RegExp(condition.regexFilter).test(url));
  expect(
    ["https://dotted.example./", "https://dotted.example.:8443/x", "wss://dotted.example/"].map(isStopped),
  ).toEqual([true, true, true]);
  expect(isStopped("https://dotted.example.com/")).toBe(false);
});

test("what is stopped stays so while the browser does not say what that is", async () => {
  const { session } = browser.storage;
  session.broken = true;
  const { updateDynamicRules, updateSessionRules } = browser.declarativeNetRequest;
  updateDynamicRules.mockClear();
  updateSessionRules.mockClear();
  await new BlockList(new AlertSession()).enforce();
  session.broken = false;
  expect(updateDynamicRules).not.toHaveBeenCalled();
  expect(updateSessionRules).not.toHaveBeenCalled();
});
