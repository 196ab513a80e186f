import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { rootwatch } from "../cli/run.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { inTurn, launch } from "./browsers.ts";
import { DATABASES } from "./databases.ts";
import { choose, makeFile, openExport, saveFile } from "./export-page.ts";
import { fill, giveFiles } from "./form-fields.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { poll } from "./harness/poll.ts";
import { pressInspect } from "./press-inspect.ts";
import { inFile, unzipped } from "./saved-files.ts";

const HOST = "secret-source.example";
const SEALED_HOST = "sealed-source.example";
const PASSPHRASE = "six words that nobody has drawn";

/** Whether the journal of this browser session has a record. */
const HAS_RECORD = `chrome.storage.session.get().then((all) => "journal:record:1" in all)`;

let lab: Lab;
let folder: string;
let keyFile: string;
let recipient: string;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  lab.intercept();
  folder = mkdtempSync(join(tmpdir(), "rootwatch-evidence-"));
  keyFile = join(folder, "key.txt");
  execFileSync("age-keygen", ["--output", keyFile], { stdio: "ignore" });
  recipient = execFileSync("age-keygen", ["-y", keyFile], { encoding: "utf8" }).trim();
});

afterAll(async () => {
  await lab?.close();
  rmSync(folder, { recursive: true });
});

describe.each(inTurn("firefox"))("evidence recorded in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception"]);
    const page = await browser.open(`https://${HOST}:${lab.port}/`);
    if (name === "chromium") await pressInspect(browser, page.tabId);
    await poll("a record", () => browser.inExtension<boolean>(HAS_RECORD));
    await page.close();
  });

  afterAll(() => browser?.close());

  afterEach(() => {
    for (const file of readdirSync(browser.downloads)) rmSync(join(browser.downloads, file));
  });

  const exportOf = async (...choices: readonly (readonly [name: string, value: string])[]) => {
    const page = await openExport(browser);
    for (const [field, value] of choices) await choose(page, field, value);
    await makeFile(page);
    const bytes = await saveFile(browser, page);
    await page.close();
    return bytes;
  };

  const verifyPage = async () => {
    const page = await browser.openExtensionPage("extension/verify/index.html");
    await page.waitFor({ selector: "button.verify" });
    return page;
  };

  it("makes a bundle that the command line, the page, and unzip, sha256sum and openssl find whole", async () => {
    const bundle = await exportOf(["preset", "newsroom"], ["protection", "none"]);
    const path = inFile(folder, "bundle.zip", bundle);
    const { status, stdout } = await rootwatch(["verify", path]);
    expect(stdout).toContain("whole");
    expect(status).toBe(0);

    const place = unzipped(folder, bundle);
    const guide = readFileSync(join(place, "VERIFY.md"), "utf8");
    const steps = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = ""]) => commands);
    const script = `${steps.join("\n")}\ntrue`;
    const printed = execFileSync("sh", ["-c", script], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    rmSync(join(folder, "bundle"), { recursive: true });
    expect(printed).toContain("files unchanged\nno other files\nVerified OK\n");
    expect(printed).toContain(": OK\nunder the listed certificate");
    expect(readFileSync(join(place, "report.html"), "utf8")).toContain(HOST);

    const page = await verifyPage();
    await giveFiles(page, "input[name=bundles]", { "bundle.zip": bundle, "again.zip": bundle });
    await page.click("button.verify");
    await page.waitFor({ selector: ".result[data-answer=whole]" }, 20_000);
    expect(await page.text()).toContain("signer unknown");
    expect(await page.evaluate(`document.querySelectorAll(".together tbody tr").length`)).toBe(2);
    expect(await page.evaluate(`document.querySelector(".together td").textContent`)).toMatch(/^\w+\u00A0\d+, \d{4}$/);
    const spoiled = Uint8Array.from(bundle);
    const at = Buffer.from(spoiled).indexOf('"verdict":"intercepted"');
    spoiled.set(Buffer.from('"verdict":"intercepteD"'), at);
    await giveFiles(page, "input[name=bundles]", { "spoiled.zip": spoiled });
    await page.click("button.verify");
    await page.waitFor({ selector: ".result[data-answer=broken]" }, 20_000);
    expect(await page.text()).not.toContain("Unchanged since");
    expect(await page.evaluate(`document.querySelector(".problems").textContent`)).toContain("disclosures.jsonl, line");
    await page.close();
  });

  it("makes a whole bundle on each of two pages at once, while something is recorded", async () => {
    const pages = [await openExport(browser), await openExport(browser)];
    for (const page of pages) {
      await choose(page, "preset", "newsroom");
      await choose(page, "protection", "none");
      await page.click("button.make");
    }
    const further = await browser.open(`https://further.example:${lab.port}/`);
    if (name === "chromium") await pressInspect(browser, further.tabId);
    await further.close();
    // The last one is in front.
    for (const page of pages.toReversed()) {
      await page.waitFor({ selector: ".preview .saving button" }, 20_000);
      const path = inFile(folder, "at-once.zip", await saveFile(browser, page));
      rmSync(join(browser.downloads, "records.zip"));
      expect((await rootwatch(["verify", path])).status).toBe(0);
      await page.close();
    }
  });

  it("asks once more before a file that names sites leaves unencrypted, and not for one that names none", async () => {
    const page = await openExport(browser);
    await choose(page, "preset", "newsroom");
    await choose(page, "protection", "none");
    await makeFile(page);
    expect(await page.text()).toContain(HOST);
    await page.click("button.save");
    await page.waitFor({ selector: ".turn-back" });
    expect(readdirSync(browser.downloads)).toEqual([]);
    await page.click(".turn-back");
    await page.waitFor({ expression: `document.querySelector(".preview") === null` });
    await choose(page, "preset", "publish");
    await makeFile(page);
    await page.click("button.save");
    await page.waitFor({ text: "Handed to the browser as records.zip" });
    await page.close();
  });

  it("leaves no trace of a hidden site in what is published", async () => {
    const bundle = await exportOf(["preset", "publish"], ["protection", "none"]);
    expect(Buffer.from(bundle).includes("Rootwatch Lab")).toBe(true);
    for (const hidden of [HOST, "secret-source", new Date().toISOString().slice(0, 10)]) {
      const files = readdirSync(unzipped(folder, bundle), { recursive: true, withFileTypes: true }).filter((file) =>
        file.isFile(),
      );
      const holding = files.filter(
        (file) => file.name !== "watchlist.json" && readFileSync(join(file.parentPath, file.name)).includes(hidden),
      );
      expect(
        holding.map((file) => file.name),
        hidden,
      ).toEqual([]);
    }
    expect(readdirSync(unzipped(folder, bundle))).not.toContain("certificates");
  });

  it("encrypts to a person so that Debian's age and the page decrypt it with their key, and with no other", async () => {
    const options = await browser.openExtensionPage("extension/options/index.html");
    await options.waitFor({ selector: ".recipient-key" });
    await fill(options, ".recipient-key", recipient.slice(0, -1));
    await fill(options, ".recipient-name", "The desk");
    await options.click("button.add-recipient");
    await options.waitFor({ text: "This is not a whole age key" });
    await fill(options, ".recipient-key", recipient);
    await options.click("button.add-recipient");
    await options.waitFor({ text: recipient });
    await options.close();

    const page = await openExport(browser);
    await choose(page, "preset", "newsroom");
    await page.click(`input.recipient-box[value="${recipient}"]`);
    await makeFile(page);
    const encrypted = await saveFile(browser, page);
    await page.close();
    expect(Buffer.from(encrypted).includes(HOST)).toBe(false);
    const opened = execFileSync("age", ["--decrypt", "--identity", keyFile, inFile(folder, "notes.age", encrypted)]);
    expect((await rootwatch(["verify", inFile(folder, "opened.zip", opened)])).status).toBe(0);

    const verify = await verifyPage();
    await giveFiles(verify, "input[name=bundles]", { "notes.age": encrypted });
    await verify.click("button.verify");
    await verify.waitFor({ text: "This file is encrypted" });
    await fill(verify, "input[name=identity]", /AGE-SECRET-KEY-\S+/.exec(readFileSync(keyFile, "utf8"))?.[0] ?? "");
    await verify.click("button.verify");
    await verify.waitFor({ selector: ".result[data-answer=whole]" }, 20_000);
    await verify.close();
  });

  it("encrypts with a passphrase so that Debian's age decrypts it", async () => {
    const page = await openExport(browser);
    await choose(page, "protection", "passphrase");
    await fill(page, "input[name=passphrase]", PASSPHRASE);
    await fill(page, "input[name=passphrase-again]", `${PASSPHRASE}.`);
    await page.waitFor({ text: "The two passphrases are not the same" });
    await fill(page, "input[name=passphrase-again]", PASSPHRASE);
    await makeFile(page);
    const encrypted = await saveFile(browser, page);
    await page.close();
    const [file, out] = [inFile(folder, "passphrase.age", encrypted), join(folder, "passphrase.zip")];
    // age reads passphrases from a terminal only.
    execFileSync("script", ["-qec", `age --decrypt --output ${out} ${file}`, "/dev/null"], {
      input: `${PASSPHRASE}\n`,
      stdio: ["pipe", "ignore", "ignore"],
    });
    expect((await rootwatch(["verify", out])).status).toBe(0);
  });

  it("signs with a newsroom's key whose fingerprint it shows, and forgets the key on a press", async () => {
    const page = await openExport(browser);
    // Until it is known whether there is a key, none can be made.
    await page.waitFor({ selector: "button.make-key:enabled" });
    await page.click("button.make-key");
    await page.waitFor({ selector: ".fingerprint" });
    const fingerprint = await page.evaluate<string>(`document.querySelector(".fingerprint").textContent`);
    // Nor is one made over a key that is not read yet.
    await page.evaluate(`(new MutationObserver(() => {
      globalThis.couldMake ||= document.querySelector(".make-key:enabled") !== null;
    }).observe(document.body, { childList: true, subtree: true }), true)`);
    await choose(page, "form", "csv");
    await choose(page, "form", "bundle");
    await page.waitFor({ selector: ".fingerprint" });
    expect(await page.evaluate("couldMake")).toBe(false);
    await choose(page, "signing", "own");
    await choose(page, "protection", "none");
    await makeFile(page);
    const path = inFile(folder, "signed.zip", await saveFile(browser, page));
    expect((await rootwatch(["verify", path, "--key", fingerprint])).status).toBe(0);
    expect((await rootwatch(["verify", path, "--key", "0".repeat(64)])).status).toBe(1);
    const other = await openExport(browser);
    await other.waitFor({ selector: "button.remove-key" });
    await other.click("button.remove-key");
    await other.waitFor({ selector: "button.make-key" });
    await other.close();
    // Whoever checks it would miss the fingerprint that they know.
    await page.click("button.make");
    await page.waitFor({ text: "The file could not be made" });
    expect(await browser.inExtension(DATABASES)).not.toContain("newsroom-key");
    await page.close();
  });

  it("leaves no file when it is cancelled", async () => {
    const page = await openExport(browser);
    await choose(page, "protection", "none");
    // Pressed as soon as it is there, however fast the file is made.
    await page.evaluate(`new MutationObserver(() => document.querySelector("button.cancel")?.click())
      .observe(document.body, { childList: true, subtree: true })`);
    await page.click("button.make");
    await page.waitFor({ text: "Cancelled. No file was saved." });
    expect(await page.evaluate(`document.querySelector(".preview")`)).toBeNull();
    expect(readdirSync(browser.downloads)).toEqual([]);
    await page.close();
  });

  it("hands over what only somebody else can read, which Debian's age and the command line open with their key", async () => {
    const options = await browser.openExtensionPage("extension/options/index.html");
    await options.waitFor({ selector: "input[name=keeping][value=evidence]" });
    await options.click("input[name=keeping][value=evidence]");
    await options.waitFor({
      expression: `document.querySelector('.write-only option[value="${recipient}"]') !== null`,
    });
    await options.evaluate(`(() => {
      const choice = document.querySelector(".write-only");
      choice.value = "${recipient}";
      return choice.dispatchEvent(new Event("change", { bubbles: true }));
    })()`);
    const settings = "chrome.storage.local.get().then(({ settings }) => settings.writeOnlyTo)";
    await poll("the choice", async () => (await browser.inExtension(settings)) === recipient);
    await options.close();
    const page = await browser.open(`https://${SEALED_HOST}:${lab.port}/`);
    if (name === "chromium") await pressInspect(browser, page.tabId);
    await page.close();

    const exporting = await poll("a sealed record", async () => {
      const shown = await openExport(browser);
      if (await shown.evaluate<boolean>(`document.querySelector(".save-sealed") !== null`)) return shown;
      await shown.close();
      return null;
    });
    expect(await exporting.text()).not.toContain(SEALED_HOST);
    await exporting.click(".save-sealed");
    const path = join(browser.downloads, "sealed.zip");
    const archive = await poll("the archive", async () => {
      return spawnSync("unzip", ["-tq", path]).status === 0 ? readFileSync(path) : null;
    });
    await exporting.close();
    expect(archive.includes(SEALED_HOST)).toBe(false);
    const place = join(unzipped(folder, archive), "sealed");
    const opened = readdirSync(place).map((file) =>
      execFileSync("age", ["--decrypt", "--identity", keyFile, join(place, file)], { encoding: "utf8" }),
    );
    expect(opened.join()).toContain(SEALED_HOST);
    const { status, stdout } = await rootwatch(["verify", path, "--identity", keyFile]);
    expect(stdout).toContain("whole");
    expect(status).toBe(0);
  });
});
