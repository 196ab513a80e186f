import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { LabBrowser } from "../../browser/harness/lab-browser.ts";
import { launchChromium } from "../../browser/harness/launch-chromium.ts";
import { launchFirefox } from "../../browser/harness/launch-firefox.ts";
import { buildForLab, type LabBuild } from "../../browser/lab-build.ts";
import { seedJournal } from "../../browser/seed-journal.ts";
import { makeWorld } from "../../evidence/journal.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { labFiles } from "../../lab/lab-identity.ts";
import { monthJournal } from "../month-journal.ts";
import { countCalls } from "./calls.ts";
import { timeExport } from "./exports.ts";
import { makeExtensions, withCounter } from "./extensions.ts";
import { timeInspect } from "./inspect.ts";
import { type Arm, difference, medians, ratio, timeLoads } from "./loads.ts";
import { timeJournal, timePopup } from "./openings.ts";
import { freshPage, loadTime } from "./page.ts";
import { bootstrap, text } from "./statistics.ts";

/**
 * What Rootwatch costs a page in real browsers, against the lab: `npm run bench:browser [ROUNDS]`; with `exports`, `popup` or `journal` in
 * the place of the rounds nothing but making a bundle, opening the popup, or opening the journal is timed. The machine's other work moves every time here, so the load is printed beside them; the only gate is a count: exit 1 when a connection was asked about more than once in
 * ten seconds where all is ordinary, or twice where something is odd.
 */
const PARTS = { pages, popup, journal: journalPage, exports };
const asked = process.argv[2] ?? "30";
const rounds = asked in PARTS ? 0 : Number(asked);
const folder = await mkdtemp(join(tmpdir(), "rootwatch-bench-"));
const open: LabBrowser[] = [];

try {
  const build = await buildForLab(join(folder, "build"));
  console.log(`${rounds} rounds; load of the machine ${load()}\n`);
  for (const [name, part] of Object.entries(PARTS)) if (name === asked || rounds > 0) await part(build);
  console.log(`load of the machine at the end ${load()}`);
} finally {
  await closeAll();
  await rm(folder, { recursive: true });
}

async function pages(build: LabBuild): Promise<void> {
  const lab = await startLab({ folder: build.folder });
  try {
    if (!(await keepsGate(lab, build))) process.exitCode = 1;
    // The gate leaves the lab intercepting.
    lab.passThrough();
    await firefoxLoads(lab, build);
    await evicted(lab, build);
    await chromium(lab, build);
  } finally {
    await lab.close();
  }
}

async function firefoxLoads(lab: Lab, { folder: home, firefox }: LabBuild): Promise<void> {
  const { bare, empty } = await makeExtensions(folder);
  const arms = [
    await arm("no extension", await firefoxWith(home, bare)),
    await arm("empty blocking listener", await firefoxWith(home, empty)),
    await arm("Rootwatch", await firefoxWith(home, firefox)),
  ];
  // The harness drives tabs through an extension's page only until they are open.
  await arms[0]?.browser.inExtension("(setTimeout(() => chrome.management.uninstallSelf(), 0), true)");
  const times = await timeLoads(lab, arms, rounds);
  console.log(`Firefox, a page of 120 images on 10 hosts, all new:\n${medians(times)}`);
  console.log(`  Rootwatch to the empty listener    ${text(ratio(times, "Rootwatch", "empty blocking listener"))}`);
  console.log(
    `    in ms                            ${text(difference(times, "Rootwatch", "empty blocking listener"), 0)}`,
  );
  console.log(`  Rootwatch to no extension          ${text(ratio(times, "Rootwatch", "no extension"))}`);
  console.log(
    `  the empty listener to no extension ${text(ratio(times, "empty blocking listener", "no extension"))}\n`,
  );
  await closeAll();
}

async function evicted(lab: Lab, { folder: home, firefox }: LabBuild): Promise<void> {
  const { browser, page } = await arm("Rootwatch", await firefoxWith(home, firefox));
  const added: number[] = [];
  for (let round = 0; round < Math.min(rounds, 10); round++) {
    const [warm, cold] = [await freshPage(lab, `warm${round}`), await freshPage(lab, `cold${round}`)];
    const whileWarm = await loadTime(page, warm);
    await browser.evictBackground();
    added.push((await loadTime(page, cold)) - whileWarm);
  }
  console.log(`Firefox, the same page while the background is evicted: ${text(bootstrap(added), 0)} ms more\n`);
  await closeAll();
}

async function chromium(lab: Lab, { folder: home, chrome }: LabBuild): Promise<void> {
  const roots = [labFiles(home).roots.public];
  const plain = await launched(launchChromium({ extension: chrome, roots }));
  const flag = await launched(launchChromium({ extension: chrome, roots, features: ["WebRequestSecurityInfo"] }));
  const { first, later } = await timeInspect(lab, plain);
  const times = await timeLoads(
    lab,
    [await arm("without securityInfo", plain), await arm("with securityInfo", flag)],
    rounds,
  );
  console.log(`Chromium, Rootwatch on the same page:\n${medians(times)}`);
  console.log(
    `  with to without                    ${text(ratio(times, "with securityInfo", "without securityInfo"))}`,
  );
  console.log(
    `  Inspect beyond the network's time  ${later.toFixed(0)} ms; the first after the start ${first.toFixed(0)} ms\n`,
  );
  await closeAll();
}

async function popup({ folder: home, chrome, firefox }: LabBuild): Promise<void> {
  const lab = await startLab({ folder: home });
  const roots = Object.values(labFiles(home).roots);
  for (const launching of [
    launchChromium({ extension: chrome, roots }),
    // Otherwise only a user's own press may open it.
    launchFirefox({ extension: firefox, roots, prefs: { "extensions.openPopupWithoutUserGesture.enabled": true } }),
  ]) {
    const browser = await launched(launching);
    const { loading, pressed } = await timePopup(lab, browser);
    console.log(
      `${browser.name}, the popup shows its verdict ${loading.toFixed(0)} ms after it begins to load, ${pressed.toFixed(0)} ms after the press`,
    );
  }
  await closeAll();
  await lab.close();
}

async function journalPage({ chrome, firefox }: LabBuild): Promise<void> {
  const world = await makeWorld();
  for (const records of [10, 10_000]) {
    const journal = await monthJournal(world, records);
    for (const launching of [launchChromium({ extension: chrome }), launchFirefox({ extension: firefox })]) {
      const browser = await launched(launching);
      await seedJournal(browser, journal);
      const time = await timeJournal(browser);
      console.log(
        `${browser.name}, the journal of ${journal.records.length} shows records after ${time.toFixed(0)} ms`,
      );
    }
    await closeAll();
  }
}

async function exports({ chrome, firefox }: LabBuild): Promise<void> {
  const world = await makeWorld();
  for (const records of [10, 10_000]) {
    const journal = await monthJournal(world, records);
    for (const launching of [launchChromium({ extension: chrome }), launchFirefox({ extension: firefox })]) {
      const browser = await launched(launching);
      const { made, size, heap } = await timeExport(browser, journal);
      console.log(
        `${browser.name}, a bundle of ${journal.records.length} records: ${made.toFixed(0)} ms to the preview, ` +
          `${(size / 2 ** 20).toFixed(1)} MiB, ${heap === null ? "heap not told" : `heap at most ${heap.toFixed(0)} MiB`}`,
      );
    }
    await closeAll();
  }
}

async function keepsGate(lab: Lab, { folder: home, firefox }: LabBuild): Promise<boolean> {
  const browser = await firefoxWith(home, await withCounter(firefox, folder));
  const ordinary = await countCalls(lab, browser, "ordinary");
  lab.intercept();
  // A warning in the place of the page would leave nothing to count.
  await browser.inExtension(`chrome.runtime.sendMessage({ type: "set-alert-level", level: "badge" })`);
  const odd = await countCalls(lab, browser, "odd");
  lab.intercept({ root: "unlisted" });
  const excepted = await countCalls(lab, browser, "excepted");
  console.log("getSecurityInfo, the page loaded four times at once:");
  for (const [name, { connections, calls, most }] of Object.entries({ ordinary, odd, excepted })) {
    console.log(`  ${name.padEnd(10)} ${calls} calls for ${connections} connections, at most ${most} for one in 10 s`);
  }
  await closeAll();
  const wereCounted = ordinary.connections >= 11 && odd.connections >= 11 && excepted.connections >= 1;
  const keeps = wereCounted && ordinary.most <= 1 && odd.most <= 2 && excepted.most <= 2;
  console.log(`  gate (11 connections, of exceptions 1; ordinary 1 call, odd 2): ${keeps ? "kept" : "BROKEN"}\n`);
  return keeps;
}

function firefoxWith(home: string, extension: string): Promise<LabBrowser> {
  const { public: trusted, interception } = labFiles(home).roots;
  return launched(launchFirefox({ extension, roots: [trusted, interception] }));
}

async function launched(launching: Promise<LabBrowser>): Promise<LabBrowser> {
  const browser = await launching;
  open.push(browser);
  return browser;
}

async function arm(name: string, browser: LabBrowser): Promise<Arm> {
  return { name, browser, page: await browser.open("about:blank") };
}

async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((browser) => browser.close()));
}

function load(): string {
  return loadavg()
    .map((average) => average.toFixed(1))
    .join(" ");
}
