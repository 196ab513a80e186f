import { beforeAll, describe, expect, it } from "vitest";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import { Random } from "../fuzz/random.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { nodeRoots } from "../watchlist/node-roots.ts";
import { type Issuers, makeIssuers } from "./life/chains.ts";
import { Device } from "./life/device.ts";
import { ALARMS, type Day, ORDINARY_DAYS, STATE_DAY } from "./life/ordinary.ts";
import { Browsing } from "./life/world.ts";
import { pageObservation } from "./observations.ts";
import { shippedWith } from "./watchlists.ts";

const DAYS_OF_A_KIND = 72;

let issuers: Issuers;

beforeAll(async () => {
  issuers = await makeIssuers();
});

/** What a device says of every connection of a day. */
async function live(day: Day, seed: number, list: Watchlist): Promise<{ host: string | null; verdict: Verdict }[]> {
  const random = new Random(seed);
  const device = new Device(list);
  const said = [];
  for (const event of day(random, new Browsing(random, issuers), issuers)) {
    if (event === "another-network" || event === "login-network") device.changeNetwork(event === "login-network");
    else said.push({ host: event.host, verdict: (await device.meet(event)).verdict });
  }
  return said;
}

describe("ordinary life raises no alarm", () => {
  it("Node's roots, each as the root of a connection", async () => {
    for (const root of nodeRoots) {
      const { verdict } = await assess(pageObservation([root], { rootIsBuiltIn: true }), watchlist, NO_MEMORY);
      expect(verdict).toBe("nothing-found");
    }
  });

  it.each(Object.entries(ORDINARY_DAYS))("%s", async (_, day) => {
    const alarms = [];
    for (let seed = 1; seed <= DAYS_OF_A_KIND; seed++) {
      const said = await live(day, seed, watchlist);
      alarms.push(...said.filter(({ verdict }) => ALARMS.has(verdict)).map((alarm) => ({ seed, ...alarm })));
    }
    expect(alarms).toEqual([]);
  });

  it("a state's bank under the state's root is on the list, and nothing else is said of any site", async () => {
    const authority = "ru-trusted-root-2022";
    const list = await shippedWith([{ certificate: issuers.stateRoot, role: "state-operated", authority }]);
    for (let seed = 1; seed <= DAYS_OF_A_KIND; seed++) {
      for (const { host, verdict } of await live(STATE_DAY, seed, list)) {
        const isBank = ["www.sberbank.ru", "vtb.ru", "www.gosuslugi.ru"].includes(host ?? "");
        expect({ host, verdict }).toEqual({ host, verdict: isBank ? "listed" : "nothing-found" });
      }
    }
  });
});
