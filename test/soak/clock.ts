import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Random } from "../fuzz/random.ts";

/** From this time on, milliseconds since 1970, a clock shows so many hours more than the right time. */
export interface Turn {
  readonly at: number;
  readonly hours: number;
}

/** Forwards and back, over the ends of days; evidence is kept for thirty of them. */
const HOURS = [-20, -2, 1, 26, 74, 0];

/** Turns of a clock at random, the last one back to the right time. @param length of the whole in milliseconds, a turn every twelfth. */
export function turnsOf(seed: number, begin: number, length: number): Turn[] {
  const random = new Random(seed);
  const turns: Turn[] = [{ at: 0, hours: 0 }];
  for (let twelfth = 1; twelfth < 12; twelfth += 1) {
    const hours = random.pick(HOURS.filter((each) => each !== turns.at(-1)?.hours));
    turns.push({ at: begin + (twelfth * length) / 12, hours });
  }
  return [...turns, { at: begin + length, hours: 0 }];
}

/** What a clock with these turns shows too much at a time. */
export const hoursAt = (turns: readonly Turn[], at: number): number =>
  turns.findLast((turn) => turn.at <= at)?.hours ?? 0;

/** Gives the background of a built extension a clock with these turns; the browser and the lab keep the right time. */
export async function giveClock(extension: string, turns: readonly Turn[]): Promise<void> {
  const loader = join(extension, "service-worker-loader.js");
  await writeFile(join(extension, "turned-clock.js"), clockScript(turns));
  await writeFile(loader, `import "./turned-clock.js";\n${await readFile(loader, "utf8")}`);
}

const clockScript = (turns: readonly Turn[]) => `
const turns = ${JSON.stringify(turns)};
const RightDate = Date;
const now = () => {
  const at = RightDate.now();
  return at + turns.findLast((turn) => turn.at <= at).hours * 3_600_000;
};
globalThis.Date = class Date extends RightDate {
  constructor(...given) {
    super(...(given.length > 0 ? given : [now()]));
  }
  static now() {
    return now();
  }
};
`;
