/** Rounds that are counted; machines pause, and the median of each thing over the rounds is not moved by it. */
const ROUNDS = 15;

/** Median over the things of the median time that `use` takes for each, in milliseconds, after one round to warm up. */
export function timeEach<Thing>(things: readonly Thing[], use: (thing: Thing) => unknown): number {
  const times = things.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    things.forEach((thing, index) => {
      const began = performance.now();
      use(thing);
      if (round > 0) times[index]?.push(performance.now() - began);
    });
  }
  return median(times.map(median));
}

/** Prints the times of several ways to do one thing, and how many times the first each takes. */
export function compare(what: string, ways: readonly (readonly [name: string, time: () => number])[]): void {
  console.log(`${what}:`);
  const [first, ...others] = ways.map(([name, time]) => ({ name, milliseconds: time() }));
  if (!first) return;
  for (const { name, milliseconds } of [first, ...others]) {
    const ratio = (milliseconds / first.milliseconds).toFixed(1);
    console.log(`  ${name.padEnd(16)} ${(milliseconds * 1000).toFixed(1).padStart(8)} µs  ${ratio.padStart(6)} times`);
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
