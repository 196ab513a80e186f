import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { rootwatch } from "../cli/run.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { inTurn, launch, WAIT } from "./browsers.ts";
import { shownFile } from "./export-page.ts";
import { fill, giveFiles } from "./form-fields.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { inFile } from "./saved-files.ts";
import { hostsIn, storedRecords } from "./stored-records.ts";

const HOST = "taken.example";

let lab: Lab;
let folder: string;
let keyFile: string;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  folder = mkdtempSync(join(tmpdir(), "rootwatch-presses-"));
  keyFile = join(folder, "key.txt");
  execFileSync("age-keygen", ["--output", keyFile], { stdio: "ignore" });
});

afterAll(async () => {
  await lab?.close();
  rmSync(folder, { recursive: true });
});

// Typing a value and choosing a file are no presses.
describe.each(inTurn("firefox"))("from the open popup in %s", (name) => {
  /** Chrome shows nothing of a page before Inspect is pressed. */
  const toSee = name === "chromium" ? 1 : 0;
  let browser: LabBrowser;
  let encrypted: Uint8Array;
  let presses: number;
  let opened: ExtensionPage[];

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception", "unlisted"]);
  });

  afterAll(() => browser?.close());

  /** Opens a site, and the popup over it. */
  async function begin(host: string): Promise<ExtensionPage> {
    const site = await browser.open(`https://${host}:${lab.port}/`);
    const popup = await browser.openPopup(site.tabId);
    presses = 0;
    opened = [site, popup];
    return popup;
  }

  async function press(page: ExtensionPage, selector: string): Promise<void> {
    await page.waitFor({ selector });
    await page.click(selector);
    presses += 1;
  }

  async function pressLink(page: ExtensionPage, selector: string, leadsTo: string): Promise<ExtensionPage> {
    await press(page, selector);
    const next = await browser.findExtensionPage(leadsTo);
    opened.push(next);
    return next;
  }

  const end = () => Promise.all(opened.map((page) => page.close()));

  it("the warning and whose key it is are there at once, and a press tells more", async () => {
    lab.intercept();
    const popup = await begin(HOST);
    if (toSee) await press(popup, ".inspect button");
    await popup.waitFor({ selector: ".answer[data-verdict=intercepted]" });
    expect(await popup.text()).toContain("Someone else can read and change this connection");
    expect(await popup.evaluate(`document.querySelector(".authority-name").innerText`)).toBe("Rootwatch Lab");
    expect(presses).toBe(toSee);
    const dossier = await pressLink(popup, ".authority-more a", "dossier/index.html#lab-interception");
    await dossier.waitFor({ text: "Used for interception" });
    expect(presses).toBe(toSee + 1);
    await end();
  });

  it("an antivirus is quieted by two presses", async () => {
    lab.intercept({ root: "unlisted" });
    const popup = await begin("antivirus.example");
    if (toSee) await press(popup, ".inspect button");
    await press(popup, ".quieting summary");
    await press(popup, ".quiet-root");
    await popup.waitFor({ selector: ".quieted" });
    expect(presses).toBe(toSee + 2);
    await end();
  });

  it("a file with everything in it, encrypted to somebody new, is saved by five presses and opened by age alone", async () => {
    await expect.poll(async () => hostsIn(await storedRecords(browser)), WAIT).toContain(HOST);
    const page = await pressLink(await begin("other.example"), "a.export-link", "export/index.html");
    await page.waitFor({ selector: ".recipient-key" });
    await fill(page, ".recipient-name", "The desk");
    await fill(page, ".recipient-key", execFileSync("age-keygen", ["-y", keyFile], { encoding: "utf8" }).trim());
    await press(page, "button.add-recipient");
    await page.waitFor({ selector: ".recipient-box:checked" });
    await press(page, "input[name=preset][value=newsroom]");
    await press(page, "button.make");
    await page.waitFor({ selector: ".preview .saving button" });
    const saved = await shownFile(browser, page);
    await press(page, "button.save");
    encrypted = await saved();
    expect(presses).toBe(5);
    const bundle = execFileSync("age", ["--decrypt", "--identity", keyFile, inFile(folder, "notes.age", encrypted)]);
    expect(bundle.includes(HOST)).toBe(true);
    expect((await rootwatch(["verify", inFile(folder, "opened.zip", bundle)])).status).toBe(0);
    expect((await rootwatch(["verify", join(folder, "notes.age"), "--identity", keyFile])).status).toBe(0);
    await end();
  });

  it("it is verified by two presses, and asked for its key before", async () => {
    const page = await pressLink(await begin("other.example"), "a.verify-link", "verify/index.html");
    await page.waitFor({ selector: "button.verify" });
    await giveFiles(page, "input[name=bundles]", { "notes.age": encrypted });
    await page.waitFor({ selector: "input[name=identity]" });
    const [identity = ""] = /AGE-SECRET-KEY-\S+/.exec(readFileSync(keyFile, "utf8")) ?? [];
    await fill(page, "input[name=identity]", identity);
    await press(page, "button.verify");
    await page.waitFor({ selector: ".result[data-answer=whole]" });
    expect(presses).toBe(2);
    await end();
  });

  it("everything kept is deleted by three presses, the last of which confirms", async () => {
    const page = await pressLink(await begin("other.example"), "a.journal-link", "journal/index.html");
    await press(page, ".wipe-journal");
    expect(await storedRecords(browser)).not.toEqual([]);
    await press(page, ".confirm-wipe");
    await page.waitFor({ text: "Nothing has been recorded." });
    expect(await storedRecords(browser)).toEqual([]);
    expect(presses).toBe(3);
    await end();
  });
});
