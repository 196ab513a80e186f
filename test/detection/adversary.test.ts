import { beforeAll, expect, it } from "vitest";
import type { Observation } from "../../src/detection/observation.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import { Random } from "../fuzz/random.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { type Issuers, makeIssuers } from "./life/chains.ts";
import { Device } from "./life/device.ts";
import { Browsing, type Site } from "./life/world.ts";

let issuers: Issuers;
let browsing: Browsing;

beforeAll(async () => {
  issuers = await makeIssuers();
  browsing = new Browsing(new Random(1), issuers, 1);
});

const site = (host: string): Site => ({ host, kind: "ordinary", namesOrganisation: false, speaksQuic: false });
const many = (count: number, see: (site: Site) => Observation, hostOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => see(site(hostOf(index))));
const direct = (site: Site) => browsing.public(site);
const refused = (site: Site) => browsing.refused(site, "unknown-issuer");
const byBox = (site: Site) => browsing.under(issuers.disguisedBox, site);
const byAntivirus = (site: Site) => browsing.under(issuers.antivirus[0] ?? issuers.disguisedBox, site);

/** The last verdict. */
async function after(observations: readonly Observation[]): Promise<Verdict | null> {
  const device = new Device(watchlist);
  let last: Verdict | null = null;
  for (const observation of observations) last = (await device.meet(observation)).verdict;
  return last;
}

it.each([
  ["under its root", byBox],
  ["refused", refused],
])("a page cannot push out what was seen by opening all the hosts of its site: %s", async (_, taken) => {
  const first = taken(site("vk.com"));
  const others = many(3, direct, (index) => `www.other-${index}.com`);
  const flood = many(400, direct, (index) => `a${index}.flood.example`);
  expect(await after([first, ...others, ...flood, taken(site("www.google.com"))])).toBe("suspected");
});

it("a box does not look like a program by opening all the hosts of one site of its own", async () => {
  const first = byBox(site("vk.com"));
  const decoys = many(50, byBox, (index) => `a${index}.decoy.example`);
  const others = many(4, direct, (index) => `www.other-${index}.com`);
  expect(await after([first, ...decoys, ...others, byBox(site("www.google.com"))])).toBe("suspected");
});

it("a page cannot make an antivirus look like a box by opening all the hosts of a site that it leaves out", async () => {
  const first = byAntivirus(site("vk.com"));
  const leftOut = many(50, direct, (index) => `a${index}.left-out.example`);
  expect(await after([first, ...leftOut, byAntivirus(site("www.google.com"))])).toBe("added-root");
});

it("a page cannot raise a suspicion by opening hosts with broken certificates below targets", async () => {
  const broken = ["broken.vk.com", "broken.facebook.com", "broken.google.com"].map((host) => refused(site(host)));
  const others = many(9, direct, (index) => `www.other-${index}.com`);
  expect(await after([...broken, ...others, refused(site("broken.yahoo.com"))])).toBe("refused");
});
