import { shuffled } from "../../../src/shuffled.ts";
import type { LabBrowser, LabPage } from "../../browser/harness/lab-browser.ts";
import type { Lab } from "../../lab/lab.ts";
import { freshPage, loadTime } from "./page.ts";
import { bootstrap, type Estimate, median } from "./statistics.ts";

/** A browser in which the page is loaded, and what is different about it. */
export interface Arm {
  readonly name: string;
  readonly browser: LabBrowser;
  readonly page: LabPage;
}

/** Load times of every arm, in milliseconds, one a round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Loads a fresh page in every arm, in an order of its own each round; the first round warms up and is not counted. */
export async function timeLoads(lab: Lab, arms: readonly Arm[], rounds: number): Promise<Times> {
  const times = new Map<string, number[]>(arms.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    const url = await freshPage(lab, `round${round}-${process.pid}`);
    for (const { name, page } of shuffled(arms)) {
      const time = await loadTime(page, url);
      if (round > 0) times.get(name)?.push(time);
    }
  }
  return times;
}

/** How many times as long one arm takes as another, from the pairs of each round. */
export function ratio(times: Times, arm: string, to: string): Estimate {
  const [those, these] = [times.get(to) ?? [], times.get(arm) ?? []];
  return bootstrap(these.map((time, round) => time / (those[round] ?? Number.NaN)));
}

/** How much longer one arm takes than another, in milliseconds, from the pairs of each round. */
export function difference(times: Times, arm: string, to: string): Estimate {
  const [those, these] = [times.get(to) ?? [], times.get(arm) ?? []];
  return bootstrap(these.map((time, round) => time - (those[round] ?? Number.NaN)));
}

/** The median of each arm, one a line. */
export function medians(times: Times): string {
  return [...times].map(([name, all]) => `  ${name.padEnd(28)} ${median(all).toFixed(0).padStart(6)} ms`).join("\n");
}
