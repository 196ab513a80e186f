import { expect, test, vi } from "vitest";
import { withCommit } from "../../extension/background/tab-state.ts";
import { TabStore } from "../../extension/background/tab-store.ts";
import { browser } from "./fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("./fake-browser.ts"));

const { session } = browser.storage;

test("tabs are followed while what is stored cannot be read, and what was known of others is known again later", async () => {
  const show = (host: string) => (state: Parameters<typeof withCommit>[0]) => withCommit(state, `https://${host}/`);
  const before = new TabStore();
  await before.update(1, show("stays.example"));
  await before.update(2, show("left.example"));

  const tabs = new TabStore();
  session.broken = true;
  await tabs.update(2, show("now.example"));
  await tabs.remove(3);
  expect((await tabs.get(2)).current?.origin.host).toBe("now.example");
  session.broken = false;
  expect((await tabs.get(1)).current?.origin.host).toBe("stays.example");
  expect((await tabs.get(2)).current?.origin.host).toBe("now.example");
});
