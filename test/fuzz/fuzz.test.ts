import { expect, it } from "vitest";
import { corpus } from "./corpus.ts";
import { fuzz } from "./fuzz.ts";

const RUNS = process.env.ROOTWATCH_LONG ? 1_000_000 : 20_000;

it(`${RUNS} mutated certificates are read or refused, and none does anything else`, { timeout: 600_000 }, async () => {
  const seed = process.env.ROOTWATCH_LONG ? Date.now() % 2 ** 31 : 1;
  const { read, refused, worst, failure } = fuzz(await corpus(), RUNS, seed);
  expect(failure, `seed ${seed}`).toBeNull();
  expect(read).toBeGreaterThan(RUNS / 100);
  expect(Object.keys(refused).length).toBeGreaterThan(8);
  expect(worst.milliseconds, `seed ${seed}`).toBeLessThan(50);
});
