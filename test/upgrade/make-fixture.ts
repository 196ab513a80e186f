import { createHash, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateIdentity, identityToRecipient } from "age-encryption";
import type { TallyRow } from "../../extension/journal-store/stored.ts";
import type { Message } from "../../extension/messages.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { certificateSubject } from "../../src/watchlist/own-entry.ts";
import type { LabBrowser } from "../browser/harness/lab-browser.ts";
import { launchFirefox } from "../browser/harness/launch-firefox.ts";
import { poll } from "../browser/harness/poll.ts";
import { buildForLab } from "../browser/lab-build.ts";
import { storedRecords } from "../browser/stored-records.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { labFiles } from "../lab/lab-identity.ts";
import { dump, fixtureFile, rowsOf } from "./fixture.ts";

/**
 * Has a real browser make a disk with something of everything that Rootwatch keeps, from hosts that do not exist, and writes it to a
 * fixture: `npm run upgrade:fixture -- NAME [--build FOLDER]`, where FOLDER is what `buildForLab` made, of an older version too.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { build: { type: "string" } } });
const [name] = positionals;
if (name === undefined) throw new Error("the NAME of the fixture is missing");

const temporary = await mkdtemp(join(tmpdir(), "rootwatch-fixture-"));
try {
  const folder = values.build ?? (await buildForLab(temporary)).folder;
  const roots = labFiles(folder).roots;
  const lab = await startLab({ folder });
  const browser = await launchFirefox({ extension: join(folder, "firefox"), roots: Object.values(roots) });
  try {
    await live(browser, lab, await readFile(roots.unlisted, "utf8"));
    const left = await dump(browser);
    await writeFile(fixtureFile(`${name}.json`), `${JSON.stringify(left, null, 2)}\n`);
  } finally {
    await browser.close();
    await lab.close();
  }
} finally {
  await rm(temporary, { recursive: true });
}

/** Sets, answers and browses so that nothing that is kept stays empty. */
async function live(browser: LabBrowser, lab: Lab, unlistedRoot: string): Promise<void> {
  const say = (message: Message) =>
    // An older version need not know every message.
    browser.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => null)`);
  const open = (host: string) => browser.open(`https://${host}:${lab.port}/`);
  const recorded = (count: number) =>
    poll("a record", async () => (await storedRecords(browser)).length >= count, 120_000);

  const root = new X509Certificate(unlistedRoot);
  const rootKey = createHash("sha256")
    .update(root.publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
  const own = await certificateSubject(parseCertificate(new Uint8Array(root.raw)));
  const recipient = await identityToRecipient(await generateIdentity());

  await say({ type: "set-switches", switches: { watchForMe: true } });
  await say({ type: "set-look", look: { language: "ru", theme: "dark" } });
  await say({ type: "watch-host", host: "watched.example", isWatched: true });
  await say({ type: "keep-recipient", entry: { name: "A made-up newsroom", recipient }, isKept: true });
  // A fixture must not become too old for its records.
  await say({ type: "choose-keeping", changes: { keeping: "evidence", keptDays: 3650, keptMegabytes: 60 } });
  await say({ type: "set-alert-level", level: "block" });
  // Of a documented target it is remembered how it looked.
  await open("www.google.com");

  lab.intercept();
  await open("blocked.made.example");
  await recorded(1);
  await say({ type: "set-alert-level", level: "badge" });
  await open("intercepted.made.example");
  await recorded(2);
  await browser.evictBackground();
  await open("intercepted.made.example");

  lab.intercept({ root: "unlisted" });
  const { tabId } = await open("added.made.example");
  await say({ type: "answer-root", tabId, rootKey, answer: "software" });
  const subject = own.subject ?? "";
  await say({ type: "quiet", tabId, entry: { binds: "host", host: "added.made.example", rootKey, subject } });
  const said = { name: "Made up", why: "For a fixture", added: "2026-11-22T10:00:00Z", fromChain: false };
  await say({ type: "close-journal-day" });
  await recorded(4);
  await open("added-again.made.example");

  lab.intercept();
  await say({ type: "choose-keeping", changes: { writeOnlyTo: recipient } });
  await open("sealed.made.example");
  await recorded(6);
  await say({ type: "choose-keeping", changes: { writeOnlyTo: null } });
  await open("last.made.example");
  await recorded(7);
  lab.intercept({ root: "unlisted" });
  await open("added-last.made.example");
  const isCountedAside = async () => rowsOf<TallyRow>(await dump(browser), "tally").some(({ root }) => root !== null);
  await poll("what is counted aside", isCountedAside, 120_000);
  await say({ type: "add-own-entries", entries: [{ ...own, ...said }], publicConfirmed: false });
}
