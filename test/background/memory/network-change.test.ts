import { afterEach, expect, test, vi } from "vitest";
import { onNetworkChange } from "../../../extension/platform/network.ts";

vi.mock("../../../extension/platform/browser.ts", () => ({ browser: {} }));

afterEach(() => vi.unstubAllGlobals());

/** A connection that names this type, and how many changes of network were heard of. */
function listening(type?: string) {
  const connection = Object.assign(new EventTarget(), { type });
  vi.stubGlobal("navigator", { connection });
  vi.stubGlobal("self", new EventTarget());
  const heard = vi.fn();
  onNetworkChange(heard);
  return { connection, heard };
}

test("another estimate of the speed is no other network", () => {
  for (const type of [undefined, "wifi"]) {
    const { connection, heard } = listening(type);
    connection.dispatchEvent(new Event("change"));
    expect(heard).not.toHaveBeenCalled();
  }
});

test("another kind of connection is", () => {
  const { connection, heard } = listening("wifi");
  connection.type = "cellular";
  connection.dispatchEvent(new Event("change"));
  connection.dispatchEvent(new Event("change"));
  expect(heard).toHaveBeenCalledOnce();
});
