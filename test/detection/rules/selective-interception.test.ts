import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { assess } from "../../../src/detection/assess.ts";
import { type HostHistory, NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Sighting } from "../../../src/detection/sighting.ts";
import { createRoot } from "../../lab/certification-authority.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { pageObservation } from "../observations.ts";
import { chainUnder, MINUTE, NOW, rootKeyOf, seen } from "../seen.ts";

let chain: Certificate[];
let rootKey: string;
/** Another target under the same root, ten minutes ago. */
let before: Sighting;

beforeAll(async () => {
  chain = await chainUnder(await createRoot({ name: "CN=Some New Root", algorithm: "ec" }));
  rootKey = await rootKeyOf(chain);
  before = seen("vk.com", "added-root", { rootKey, at: NOW - 10 * MINUTE });
});

const opened = (count: number, differently: Partial<Sighting> = {}) =>
  Array.from({ length: count }, (_, index) => seen(`www.site-${index}.com`, "public-root", differently));
const alsoAdded = (count: number) =>
  Array.from({ length: count }, (_, index) => seen(`www.other-${index}.com`, "added-root", { rootKey }));

async function judge(sightings: Sighting[], host = "www.google.com", hosts: [string, HostHistory][] = []) {
  const memory = { ...NO_MEMORY, sightings, hosts: new Map(hosts) };
  const assessment = await assess(pageObservation(chain, { host, at: NOW }), watchlist, memory);
  const found = assessment.findings.find(({ rule }) => rule === "selective-interception") ?? null;
  expect(assessment.verdict).toBe(found ? "suspected" : "added-root");
  return found;
}

it("one root before two targets, while three other sites are public", async () => {
  expect(await judge([before, ...opened(3)])).toMatchObject({
    strength: "sign",
    certificate: 1,
    details: ["Some New Root", "2", "3"],
  });
});

it("a target seen again stands for the first time it was", async () => {
  const again = { ...before, at: NOW, since: NOW - 9 * MINUTE };
  expect(await judge([again, ...opened(3)])).not.toBeNull();
});

it("counts the sites since the first of several targets", async () => {
  const later = { ...before, host: "www.facebook.com", at: NOW, since: NOW };
  expect(await judge([before, later, ...opened(3)])).toMatchObject({ details: ["Some New Root", "3", "3"] });
  expect(await judge([before, later, ...opened(3, { at: before.since })])).not.toBeNull();
});

it("and with one site more under it among four", async () => {
  expect(await judge([before, ...opened(4), ...alsoAdded(1)])).not.toBeNull();
});

it("and for a host that is remembered under a public root in the place of a target", async () => {
  const history = { at: 0, hadTimestamps: true, serial: "01", notBefore: 0, notAfter: 0 };
  const chosen = "www.my-newspaper.kz";
  expect(await judge([before, ...opened(3)], chosen, [[chosen, history]])).not.toBeNull();
  expect(await judge([before, ...opened(3)], chosen)).toBeNull();
});

it.each<[string, () => Sighting[]]>([
  ["one target", () => opened(3)],
  ["the same target under two names", () => [{ ...before, host: "google.com" }, ...opened(3)]],
  ["a host under it that is no target", () => [{ ...before, host: "www.example.com" }, ...opened(9)]],
  ["two targets under two roots", () => [{ ...before, rootKey: "00" }, ...opened(3)]],
  ["two other sites", () => [before, ...opened(2)]],
  ["many hosts of two other sites", () => [before, ...opened(2), seen("a.site-0.com", "public-root")]],
  ["other sites that are targets", () => [before, ...opened(2), seen("mail.ru", "public-root")]],
  ["other sites of which no root was seen", () => [before, ...opened(2), seen("a.example", "opened")]],
  ["other sites that programs leave out", () => [before, ...opened(9, { leftOutByPrograms: true })]],
  ["other sites before the root came", () => [before, ...opened(9, { at: NOW - 11 * MINUTE })]],
  ["a root that opens much else", () => [before, ...opened(4), ...alsoAdded(2)]],
  ["a root that opens nearly everything", () => [before, ...opened(3), ...alsoAdded(20)]],
  ["the target itself, seen so before", () => [{ ...before, host: "www.google.com" }, ...opened(9)]],
  ["nothing seen before", () => []],
])("%s: an added root and no more", async (_, sightings) => {
  expect(await judge(sightings())).toBeNull();
});

it("a host that is no target is not what a box picks", async () => {
  expect(await judge([before, seen("mail.ru", "added-root", { rootKey }), ...opened(3)], "www.example.com")).toBeNull();
});

it("under a public root nothing is selective", async () => {
  const memory = { ...NO_MEMORY, sightings: [before, ...opened(3)] };
  const observation = pageObservation(chain, { host: "www.google.com", at: NOW, rootIsBuiltIn: true });
  expect((await assess(observation, watchlist, memory)).verdict).toBe("nothing-found");
});
