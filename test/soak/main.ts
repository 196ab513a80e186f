import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { LabBrowser } from "../browser/harness/lab-browser.ts";
import { launchChromium } from "../browser/harness/launch-chromium.ts";
import { launchFirefox } from "../browser/harness/launch-firefox.ts";
import { buildForLab, type LabBuild } from "../browser/lab-build.ts";
import { storedRecords } from "../browser/stored-records.ts";
import { startLab } from "../lab/lab.ts";
import { labFiles } from "../lab/lab-identity.ts";
import { giveClock, hoursAt, turnsOf } from "./clock.ts";
import { Deeds } from "./deeds.ts";
import { reckon, type Sample } from "./reckoning.ts";
import { Schedule } from "./schedule.ts";

/**
 * Lives with Rootwatch in a real browser for a while: `npm run soak -- --minutes N [--browser chromium|firefox] [--seed S]`. In the first
 * half the background is ended now and then, in the second half it is left alone. Exit 1 when a promise is broken.
 */
const { values } = parseArgs({
  options: { minutes: { type: "string" }, browser: { type: "string" }, seed: { type: "string" } },
});
const minutes = Number(values.minutes ?? 3);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const name = values.browser === "firefox" ? "firefox" : "chromium";
/** So many steps lie between two samples of the memory. */
const STEPS = 10;
const TROUBLE = `chrome.storage.local.get("journal-trouble").then((all) => all["journal-trouble"] ?? null)`;

const folder = await mkdtemp(join(tmpdir(), "rootwatch-soak-"));
try {
  const build = await buildForLab(join(folder, "build"));
  console.log(`${name}, ${minutes} minutes, seed ${seed}`);
  if (!(await soak(build))) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

async function soak(build: LabBuild): Promise<boolean> {
  const [begin, length] = [Date.now(), minutes * 60_000];
  const turns = turnsOf(seed, begin, length);
  await giveClock(name === "firefox" ? build.firefox : build.chrome, turns);
  const lab = await startLab({ folder: build.folder });
  const browser = await start(build);
  try {
    await browser.inExtension(`chrome.runtime.sendMessage({ type: "set-alert-level", level: "badge" })`);
    const watch = await browser.watch();
    const [deeds, schedule] = [new Deeds(browser, lab), new Schedule(seed)];
    await deeds.do({ deed: "keep", place: "evidence" });
    const samples: Sample[] = [];
    let [steps, hours] = [0, 0];
    for (let passed = Date.now() - begin; passed < length; passed = Date.now() - begin) {
      const isSteady = passed > length / 2;
      if (hoursAt(turns, Date.now()) !== hours) {
        hours = hoursAt(turns, Date.now());
        schedule.turnDay();
        await deeds.closeDay();
      }
      await deeds.do(schedule.next(!isSteady));
      steps += 1;
      if (steps % STEPS === 0) samples.push({ isSteady, bytes: await watch.heap() });
    }
    await deeds.end();
    const { figures, broken } = await reckon({
      ...{ opened: deeds.opened, late: deeds.late, samples, showsRoots: name === "firefox" },
      records: await storedRecords(browser),
      trouble: await browser.inExtension<unknown>(TROUBLE),
      complaints: await watch.complaints(),
    });
    for (const line of [`steps: ${steps}`, ...figures]) console.log(line);
    for (const line of broken) console.error(`BROKEN: ${line}`);
    console.log(broken.length === 0 ? "every promise was kept" : `promises broken: ${broken.length}`);
    return broken.length === 0;
  } finally {
    await browser.close();
    await lab.close();
  }
}

function start(build: LabBuild): Promise<LabBrowser> {
  const roots = Object.values(labFiles(build.folder).roots);
  return name === "firefox"
    ? launchFirefox({ roots, extension: build.firefox })
    : launchChromium({ roots, extension: build.chrome, features: ["WebRequestSecurityInfo"] });
}
