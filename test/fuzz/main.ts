import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { corpus } from "./corpus.ts";
import { fuzz } from "./fuzz.ts";

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const runs = Number(values.runs ?? 100_000);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);

const { read, refused, worst, failure, ...report } = fuzz(await corpus(), runs, seed);
await mkdir("out", { recursive: true });
await writeFile("out/fuzz-worst.der", worst.input);
console.log(`${report.runs} inputs from seed ${seed}: ${read} read as certificates, the others refused:`);
console.table(refused);
console.log(`worst input: ${worst.milliseconds.toFixed(2)} ms alone, kept in out/fuzz-worst.der`);
if (failure) {
  await writeFile("out/fuzz-failure.der", failure.input);
  console.error(`input ${failure.run} threw what it must not; it is kept in out/fuzz-failure.der`);
  throw failure.error;
}
