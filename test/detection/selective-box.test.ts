import { beforeAll, expect, it } from "vitest";
import { Random } from "../fuzz/random.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { behindBox, type Meeting, refusing, trusting } from "./life/boxes.ts";
import { type Issuers, makeIssuers } from "./life/chains.ts";
import { Device } from "./life/device.ts";
import { Browsing } from "./life/world.ts";

const BOXES_OF_A_KIND = 40;
/** Visits after which somebody who was not warned was let down. */
const TOO_MANY = 100;

let issuers: Issuers;

beforeAll(async () => {
  issuers = await makeIssuers();
});

const MEETINGS: Readonly<Record<string, (browsing: Browsing, random: Random) => Meeting>> = {
  "under its own root": (browsing, random) => trusting(browsing, random.pick(issuers.boxes)),
  "under a root with the name of an antivirus": (browsing) => trusting(browsing, issuers.disguisedBox),
  "refused by Firefox": (browsing) => refusing(browsing, "unknown-issuer", "firefox"),
  "refused by Chrome": (browsing) => refusing(browsing, "unknown-issuer", "chrome"),
  "refused by Firefox as revoked": (browsing) => refusing(browsing, "revoked", "firefox"),
  "refused by Chrome as revoked": (browsing) => refusing(browsing, "revoked", "chrome"),
};

/** How many hosts a device met until it said that somebody is between, and after how many visits; null when it never did. */
async function untilSaid(seed: number, meetingOf: (typeof MEETINGS)[string]) {
  const random = new Random(seed);
  const browsing = new Browsing(random, issuers);
  const device = new Device(watchlist);
  const hosts = new Set<string | null>();
  let visits = 0;
  for (const observation of behindBox(random, meetingOf(browsing, random))) {
    if (++visits > TOO_MANY) return null;
    hosts.add(observation.host);
    const { verdict } = await device.meet(observation);
    if (verdict === "suspected") return { visits, hosts: hosts.size };
  }
  return null;
}

it.each(Object.entries(MEETINGS))("a selective box is suspected, every one: %s", async (name, meetingOf) => {
  const said: Awaited<ReturnType<typeof untilSaid>>[] = [];
  for (let seed = 1; seed <= BOXES_OF_A_KIND; seed++) said.push(await untilSaid(seed, meetingOf));
  expect(said).not.toContain(null);
  const figures = (of: "visits" | "hosts") => said.map((one) => one?.[of] ?? 0).toSorted((a, b) => a - b);
  const [hosts, visits] = [figures("hosts"), figures("visits")];
  const middle = Math.floor(said.length / 2);
  console.log(
    `${name}: said after ${hosts[middle]} hosts and ${visits[middle]} visits (median), ${hosts.at(-1)} and ${visits.at(-1)} (worst)`,
  );
});
