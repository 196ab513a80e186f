import { expect, test, vi } from "vitest";
import { answerChecks } from "../../extension/background/network-check.ts";
import { answerPages } from "../../extension/background/page-requests.ts";
import { CHECK_PORT } from "../../extension/messages.ts";
import { background } from "./background-parts.ts";
import { browser } from "./fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const POPUP = { id: "own", url: browser.runtime.getURL("extension/popup/index.html") };

/** Who may try to speak to the background, and has no page of ours. */
const STRANGERS = {
  "a site": { id: "own", url: "https://page.example/" },
  "a site at an address like ours": { id: "own", url: "https://own/extension/popup/index.html" },
  "another extension": { id: "other", url: "chrome-extension://other/extension/popup/index.html" },
  "another extension that names our page": { id: "other", url: POPUP.url },
  "somebody without an address": { id: "own" },
};

const parts = background();
answerPages(parts);
answerChecks(parts.recorder);
const [hear] = browser.runtime.onMessage.addListener.mock.calls[0] ?? [];
const [connect] = browser.runtime.onConnect.addListener.mock.calls[0] ?? [];

/** Whether the background listens to a port for checks of this sender's. */
function isHeard(sender: object): boolean {
  const event = { addListener: vi.fn() };
  connect({ name: CHECK_PORT, sender, onDisconnect: event, onMessage: event });
  return event.addListener.mock.calls.length > 0;
}

test("a page of ours is answered when what it says has the agreed form, and not otherwise", async () => {
  expect(await hear({ type: "get-own-list" }, POPUP)).toHaveProperty("entries");
  expect(hear({ type: "get-own-list", more: 1 }, POPUP)).toBeUndefined();
  expect(hear("get-own-list", POPUP)).toBeUndefined();
  expect(isHeard(POPUP)).toBe(true);
});

test.each(Object.entries(STRANGERS))("%s gets no answer and no check", (_, sender) => {
  expect(hear({ type: "get-own-list" }, sender)).toBeUndefined();
  expect(isHeard(sender)).toBe(false);
});
