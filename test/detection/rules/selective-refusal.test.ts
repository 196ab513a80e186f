import { expect, it } from "vitest";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { BrowserError } from "../../../src/detection/observation.ts";
import type { Sighting } from "../../../src/detection/sighting.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { MINUTE, NOW, seen, stopped } from "../seen.ts";

/** A target of another operator was refused ten minutes ago. */
const before = seen("vk.com", "unknown-issuer", { at: NOW - 10 * MINUTE });

const others = (count: number, end: Sighting["end"] = "public-root", differently: Partial<Sighting> = {}) =>
  Array.from({ length: count }, (_, index) => seen(`www.${end}-${index}.com`, end, differently));

async function judge(sightings: Sighting[], refusal = stopped("www.google.com", "unknown-issuer"), login = false) {
  const { verdict, findings } = await assess(refusal, watchlist, { ...NO_MEMORY, sightings, loginNetwork: login });
  const found = findings.find(({ rule }) => rule === "selective-refusal") ?? null;
  expect(verdict).toBe(found ? "suspected" : "refused");
  return found;
}

it.each<BrowserError["kind"]>(["unknown-issuer", "revoked"])(
  "targets of two operators are refused for %s while three other sites open",
  async (kind) => {
    const found = await judge([before, ...others(3)], stopped("www.google.com", kind));
    expect(found).toMatchObject({ strength: "sign", certificate: null, details: ["2", "3"] });
  },
);

it.each<[string, Sighting[]]>([
  ["the other was refused as revoked", [{ ...before, end: "revoked" }, ...others(3)]],
  ["Chrome does not show what opens", [before, ...others(3, "opened")]],
  ["one site of five is refused as well", [before, ...others(4), ...others(1, "unknown-issuer")]],
  ["the other is documented without www", [{ ...before, host: "www.vk.com" }, ...others(3)]],
  ["the other has no known operator", [{ ...before, host: "xakep.ru" }, ...others(3)]],
])("and where %s", async (_, sightings) => {
  expect(await judge(sightings)).not.toBeNull();
});

it.each<[string, Sighting[]]>([
  ["nothing else was refused", others(9)],
  ["only the same operator's sites were", [{ ...before, host: "mail.google.com" }, ...others(9)]],
  ["the other was refused eleven minutes ago", [{ ...before, at: NOW - 11 * MINUTE }, ...others(9)]],
  ["the other is open again", [{ ...before, end: "public-root" }, ...others(9)]],
  ["the other only lies below a target", [{ ...before, host: "ads.vk.com" }, ...others(9)]],
  ["the other is no target", [{ ...before, host: "www.example.com" }, ...others(9)]],
  ["two other sites open", [before, ...others(2)]],
  ["many hosts of one site open", [before, ...others(2), seen("a.public-root-0.com", "opened")]],
  [
    "the third that opens is a target",
    [before, ...others(2), seen("mail.ru", "public-root"), seen("github.com", "public-root")],
  ],
  ["what opens is what programs leave out", [before, ...others(9, "public-root", { leftOutByPrograms: true })]],
  ["what opens is under an added root", [before, ...others(9, "added-root")]],
  ["the others opened before the first refusal", [{ ...before, since: NOW }, ...others(9)]],
  ["much else is refused", [before, ...others(7), ...others(2, "unknown-issuer")]],
  ["everything is refused", [before, ...others(9, "unknown-issuer")]],
])("a refusal and no more where %s", async (_, sightings) => {
  expect(await judge(sightings)).toBeNull();
});

it.each<BrowserError["kind"]>(["wrong-name", "wrong-date", "other"])("never for %s", async (kind) => {
  expect(await judge([before, ...others(9)], stopped("www.google.com", kind))).toBeNull();
});

it("never for a host that is no target, only lies below one, or is not known", async () => {
  const two = [before, { ...before, host: "www.facebook.com" }, ...others(9)];
  expect(await judge(two, stopped("www.example.com", "unknown-issuer"))).toBeNull();
  expect(await judge(two, stopped("adservice.google.com", "unknown-issuer"))).toBeNull();
  expect(await judge(two, stopped(null, "unknown-issuer"))).toBeNull();
});

it("never while the network wants a login", async () => {
  expect(await judge([before, ...others(9)], undefined, true)).toBeNull();
});

it("a target refused again stands for the first time it was", async () => {
  const again = { ...before, at: NOW - 1, since: NOW - 9 * MINUTE };
  expect(await judge([again, ...others(3)])).not.toBeNull();
});

it("counts the sites since the first of several targets was refused", async () => {
  const later = { ...before, host: "www.facebook.com", at: NOW, since: NOW };
  expect(await judge([before, later, ...others(3)])).toMatchObject({ details: ["3", "3"] });
  expect(await judge([before, later, ...others(3, "public-root", { at: before.since })])).not.toBeNull();
});
