import { beforeEach, expect, test, vi } from "vitest";
import { Network } from "../../../extension/background/memory/network.ts";
import type { Sighting } from "../../../src/detection/sighting.ts";
import { browser } from "../fake-browser.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

const { session } = browser.storage;

beforeEach(() => {
  session.unreadable = false;
  session.values.clear();
});

const MINUTE = 60_000;

function seen(host: string, minute: number): Sighting {
  const at = minute * MINUTE;
  return { host, at, since: at, end: "public-root", rootKey: null, leafKey: null, leftOutByPrograms: false };
}

test("that windows of one kind were silent is no sign of another network while the others were not", async () => {
  const network = new Network();
  const forgotten = vi.fn();
  network.onForgotten(forgotten);
  await network.add(seen("private.example", 0), true);
  await network.add(seen("a.example", 0), false);
  await network.add(seen("b.example", 25), false);
  await network.add(seen("private.example", 40), true);
  expect(forgotten).not.toHaveBeenCalled();
  expect(await network.sightings(false, 40 * MINUTE)).toHaveLength(2);

  await network.add(seen("a.example", 80), false);
  expect(forgotten).toHaveBeenCalledOnce();
});

const hosts = async (network: Network) => (await network.sightings(false, 2 * MINUTE)).map(({ host }) => host);

test("while what is stored cannot be read what is seen now counts, and then both", async () => {
  await new Network().add(seen("before.example", 0), false);
  const network = new Network();
  session.unreadable = true;
  await network.add(seen("now.example", 1), false);
  expect(await hosts(network)).toEqual(["now.example"]);
  session.unreadable = false;
  expect(await hosts(network)).toEqual(["before.example", "now.example"]);
});

test("what could not be read before a change of network does not come back", async () => {
  await new Network().add(seen("before.example", 0), false);
  const network = new Network();
  session.unreadable = true;
  await network.forget();
  await network.add(seen("now.example", 1), false);
  session.unreadable = false;
  expect(await hosts(network)).toEqual(["now.example"]);
  expect([...session.values.keys()]).toEqual(["seen:now.example"]);
});
