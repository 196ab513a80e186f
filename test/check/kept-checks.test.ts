import { beforeEach, expect, it, vi } from "vitest";
import { newCheck, withEnding } from "../../extension/check-store/check-state.ts";
import {
  type KeptCheck,
  keepCheck,
  NO_LABEL,
  readKeptChecks,
  withStored,
} from "../../extension/check-store/kept-checks.ts";
import { browser } from "../background/fake-browser.ts";

vi.mock("../../extension/platform/browser.ts", () => import("../background/fake-browser.ts"));

const { session } = browser.storage;
const KEY = "network-checks";

beforeEach(() => session.values.clear());

const keptCheck = (target: string): KeptCheck => ({
  ...withEnding(newCheck([target]), "complete"),
  label: NO_LABEL,
});
const labelled = (check: KeptCheck): KeptCheck => ({ ...check, label: { ...NO_LABEL, provider: "Home" } });
const targetsOf = (checks: readonly KeptCheck[]) => checks.map(({ hosts }) => hosts[0]?.target);

it("one check that cannot be read takes no other with it", async () => {
  const [one, two] = [keptCheck("one.example"), keptCheck("two.example")];
  session.values.set(KEY, [one, { ...two, ending: "of another kind" }, null, two]);
  expect(targetsOf(await readKeptChecks())).toEqual(["one.example", "two.example"]);
  session.values.set(KEY, { 0: one });
  expect(await readKeptChecks()).toEqual([]);
});

it("checks that are kept at once are all there, the user's words with theirs", async () => {
  const [one, two] = [keptCheck("one.example"), keptCheck("two.example")];
  await Promise.all([keepCheck(one), keepCheck(two), keepCheck(labelled(one))]);
  const kept = await readKeptChecks();
  expect(targetsOf(kept)).toEqual(["two.example", "one.example"]);
  expect(kept[1]?.label.provider).toBe("Home");
});

it("what is read late pushes out nothing that the page has kept in between", () => {
  const [before, own] = [keptCheck("before.example"), keptCheck("own.example")];
  const known = withStored([labelled(own)], [own, before]);
  expect(targetsOf(known)).toEqual(["own.example", "before.example"]);
  expect(known[0]?.label.provider).toBe("Home");
  expect(
    withStored(
      [own],
      Array.from({ length: 10 }, (_, n) => keptCheck(`${n}.example`)),
    ),
  ).toHaveLength(10);
});
