import { expect, test, vi } from "vitest";
import { Network } from "../../../extension/background/memory/network.ts";
import type { Sighting } from "../../../src/detection/sighting.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

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
