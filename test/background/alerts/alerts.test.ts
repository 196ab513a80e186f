import { expect, test, vi } from "vitest";
import { Alerts } from "../../../extension/background/alerts/alerts.ts";
import { TabStore } from "../../../extension/background/tab-store.ts";
import { browser } from "../fake-browser.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

test("a host that is let through while the level stops nothing is not stopped when the level does again", async () => {
  const { blocks, session, letThrough } = await stopping();
  const setLevel = (alertLevel: string) => browser.storage.local.set({ settings: { alertLevel } });
  await setLevel("page");
  await letThrough("own.example");
  await letThrough("google.com");
  await setLevel("block");
  expect(await blocks.find("own.example")).toBe(null);
  expect(await blocks.find("www.google.com")).toBe(null);
  expect(await blocks.find("www.youtube.com")).toMatchObject({ kind: "target" });
  expect(await session.isAllowed("own.example", "key", false)).toBe(true);
});

/** Alerts that stop a host and the default targets. */
async function stopping() {
  const alerts = new Alerts(new TabStore());
  const { blocks, session } = alerts;
  await blocks.add({ host: "own.example", binding: "key", authority: null, at: 1 }, false);
  await session.stopTargets(null);
  return { blocks, session, letThrough: (host: string) => alerts.letThrough(host) };
}
