import { expect, test, vi } from "vitest";
import { Alerts } from "../../../extension/background/alerts/alerts.ts";
import { withCommit, withRequest, withWarning } from "../../../extension/background/tab-state.ts";
import { TabStore } from "../../../extension/background/tab-store.ts";
import { browser } from "../fake-browser.ts";
import { record } from "../records.ts";

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

test("leaving a warning goes back before the page also when that was shown for a moment after all", async () => {
  const tabs = new TabStore();
  const alerts = new Alerts(tabs);
  const url = "https://own.example/";
  const place = { tabId: 1, part: "page", request: "7", replaceable: url } as const;
  await tabs.update(1, (state) => withRequest(state, "7", url));
  expect(await alerts.consider(place, record("own.example", "intercepted"), false)).toBe(true);
  const [stored] = Object.values(await browser.storage.session.get("warnings")) as { id: string }[][];
  const id = stored?.at(-1)?.id ?? "";
  expect(await alerts.warningIn(1, id)).toMatchObject({ steps: 1 });
  const own = browser.runtime.getURL("extension/warning/index.html");
  await tabs.update(1, (state) => withCommit(withRequest(state, "8", own), url));
  expect(await alerts.warningIn(1, id)).toMatchObject({ steps: 2 });
  await tabs.update(1, (state) => withWarning(state, url, null));
  expect(await alerts.warningIn(1, id)).toMatchObject({ steps: 2 });
});

/** Alerts that stop a host and the default targets. */
async function stopping() {
  const alerts = new Alerts(new TabStore());
  const { blocks, session } = alerts;
  await blocks.add({ host: "own.example", binding: "key", authority: null, at: 1 }, false);
  await session.stopTargets(null);
  return { blocks, session, letThrough: (host: string) => alerts.letThrough(host) };
}
