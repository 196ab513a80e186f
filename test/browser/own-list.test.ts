import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { OwnListAnswer, OwnListView } from "../../extension/views/own-list-view.ts";
import { ownListOf, ownListText, parseOwnList } from "../../src/watchlist/own-list.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { labFiles } from "../lab/lab-identity.ts";
import { someEntry } from "../watchlist/own-entries.ts";
import { expectVerdict, inTurn, launch } from "./browsers.ts";
import { fill, giveFiles } from "./form-fields.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { poll } from "./harness/poll.ts";
import { pressInspect } from "./press-inspect.ts";

const OPTIONS = "extension/options/index.html";
/** What the popup says of a verdict that is older than the list. */
const OLDER = "changed your list after this page was judged";

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
});

afterAll(() => lab?.close());

const rootPem = (name: "unlisted" | "public") => readFile(labFiles(lab.folder).roots[name], "utf8");

async function openOptions(browser: LabBrowser): Promise<ExtensionPage> {
  const page = await browser.openExtensionPage(OPTIONS);
  await page.waitFor({ selector: ".own-paste" });
  return page;
}

const stored = (browser: LabBrowser) =>
  browser.inExtension<OwnListView>(`chrome.runtime.sendMessage({ type: "get-own-list" })`);

/** Removes everything by the messages that the page sends. */
async function emptyList(browser: LabBrowser): Promise<void> {
  for (const { sha256, spkiSha256 } of (await stored(browser)).entries) {
    const entry = JSON.stringify({ sha256, spkiSha256 });
    await browser.inExtension(`chrome.runtime.sendMessage({ type: "remove-own-entry", entry: ${entry} })`);
  }
}

describe.each(inTurn("firefox"))("the own list in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, ["public", "interception", "unlisted"]);
  });

  afterAll(() => browser?.close());

  afterEach(() => emptyList(browser));

  /** Opens a host anew and has it inspected where the browser does not show its certificates by itself. */
  const visit = async (host: string) => {
    const page = await browser.open(`https://${host}:${lab.port}/`);
    if (name === "chromium") await pressInspect(browser, page.tabId);
    return page;
  };

  it("a root that was pasted is found, named as the user named it, also after eviction, until it is removed", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await browser.open("about:blank");
    const visitHere = async (host: string) => {
      await page.goto(`https://${host}:${lab.port}/`);
      if (name === "chromium") await pressInspect(browser, page.tabId);
    };
    await visitHere("before.example");
    await expectVerdict(browser, page.tabId, "added-root");

    let options = await openOptions(browser);
    await fill(options, ".own-paste", await rootPem("unlisted"));
    await options.waitFor({ text: "Rootwatch Lab Unlisted Root" });
    await fill(options, ".own-name", "The box in the cellar");
    await fill(options, ".own-why", "Seen in May");
    await options.click("button.add");
    await options.waitFor({ selector: ".own-entry" });
    expect(await options.text()).toContain("Seen in May");

    await options.close();
    await browser.evictBackground();
    await visitHere("watched.example");
    const popup = await expectVerdict(browser, page.tabId, "listed");
    expect(popup).toContain("The box in the cellar");
    expect(popup).toContain("In your own list");
    expect(popup).toContain("You added this entry yourself");

    options = await openOptions(browser);
    await options.waitFor({ selector: ".own-entry button.remove" });
    await options.click(".own-entry button.remove");
    await options.waitFor({ selector: "button.undo" });
    await visitHere("after.example");
    expect(await expectVerdict(browser, page.tabId, "added-root")).not.toContain("The box in the cellar");
    await page.close();

    await options.click("button.undo");
    await options.waitFor({ selector: ".own-entry" });
    expect((await stored(browser)).entries).toMatchObject([{ name: "The box in the cellar", why: "Seen in May" }]);
    await options.close();
  });

  it("the popup's own press watches the root of the chain, and says so from then on", async () => {
    lab.intercept({ root: "unlisted" });
    const page = await visit("press.example");
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: ".watch-root summary" });
    await popup.click(".watch-root summary");
    await popup.click(".watch-root button.watch");
    await popup.waitFor({ text: "You watch this root as “Rootwatch Lab Unlisted Root”" });
    expect(await popup.text()).toContain(OLDER);
    await popup.close();
    await page.close();
    const [root] = (await stored(browser)).entries;
    expect(root).toMatchObject({ name: "Rootwatch Lab Unlisted Root", fromChain: true });
    const again = await visit("press-again.example");
    expect(await expectVerdict(browser, again.tabId, "listed")).not.toContain(OLDER);

    await emptyList(browser);
    const forgotten = await browser.openPopup(again.tabId);
    await forgotten.waitFor({ selector: ".watch-root summary" });
    expect(await forgotten.text()).toContain(OLDER);
    await forgotten.close();
    await again.close();
  });

  it("a listed root is not offered, and an own entry of it weakens nothing", async () => {
    lab.intercept();
    const page = await visit("listed.example");
    await expectVerdict(browser, page.tabId, "intercepted");
    const popup = await browser.openPopup(page.tabId);
    await popup.waitFor({ selector: "h1" });
    expect(await popup.evaluate(`document.querySelector(".watch-root")`)).toBeNull();
    await popup.close();
    await page.close();
  });

  it("a public root is explained, and added on a second press only", async () => {
    const options = await openOptions(browser);
    await fill(options, ".own-paste", await rootPem("public"));
    await options.waitFor({ selector: "button.add" });
    await options.click("button.add");
    await options.waitFor({ selector: "button.confirm-public" });
    expect(await options.text()).toContain("most sites would be marked");
    expect((await stored(browser)).entries).toEqual([]);
    await options.click("button.confirm-public");
    await options.waitFor({ selector: ".own-entry" });
    lab.passThrough();
    const page = await visit("public.example");
    expect(await expectVerdict(browser, page.tabId, "listed")).toContain("comes with browsers");
    await page.close();
    await options.close();
  });

  it("a list is imported, loses nothing that was there, and is exported again", async () => {
    const options = await openOptions(browser);
    const [one, two] = await Promise.all([someEntry({ name: "\u202EOne" }), someEntry({ name: "Two" })]);
    await giveFiles(options, "[name=own-import]", { "list.json": Buffer.from(ownListText(ownListOf([one]))) });
    await options.waitFor({ text: "Added: 1. On the list before: 0." });
    await options.waitFor({ text: "\\u202eOne" });
    await giveFiles(options, "[name=own-import]", {
      "list.json": Buffer.from(ownListText(ownListOf([{ ...one, name: "Renamed" }, two]))),
    });
    await options.waitFor({ text: "Added: 1. On the list before: 1." });
    await giveFiles(options, "[name=own-import]", {
      "list.json": Buffer.from(ownListText(ownListOf([{ ...two, spkiSha256: one.spkiSha256 }]))),
    });
    await options.waitFor({ text: "entries.0.spkiSha256" });
    expect((await stored(browser)).entries).toEqual([one, two]);
    await options.click("a.own-export");
    const saved = join(browser.downloads, "rootwatch-own-list.json");
    // The browser makes the file first and fills it then.
    const file = await poll("the exported list", () =>
      readFile(saved, "utf8")
        .catch(() => "")
        .then((text) => text || false),
    );
    expect((await parseOwnList(file)).entries).toEqual([one, two]);
    await options.close();
  });

  it("pages that add at the same moment lose nothing of each other's, and malformed entries are not taken", async () => {
    const entries = await Promise.all(Array.from({ length: 20 }, (_, n) => someEntry({ name: `Entry ${n}` })));
    const add = (entry: object) =>
      `chrome.runtime.sendMessage(${JSON.stringify({ type: "add-own-entries", entries: [entry], publicConfirmed: false })})`;
    await browser.inExtension(`Promise.all([${entries.map(add).join(",")}]).then(() => true)`);
    const names = (await stored(browser)).entries.map((entry) => entry.name).sort();
    expect(names).toEqual(entries.map((entry) => entry.name).sort());
    const { spkiSha256 } = await someEntry();
    const answer = await browser.inExtension<OwnListAnswer>(add({ ...entries[0], spkiSha256 }));
    expect(answer).toEqual({ outcome: "refused", fault: "wrong-hash", at: "entries.0.spkiSha256" });
  });

  it("a stored list that cannot be read is kept, said and exportable, and goes only by a second press", async () => {
    const strange = { format: "rootwatch-own-list", version: 9, entries: ["from a newer version"] };
    await browser.inExtension(`chrome.storage.local.set({ "own-list": ${JSON.stringify(strange)} }).then(() => true)`);
    await browser.evictBackground();
    const options = await browser.openExtensionPage(OPTIONS);
    await options.waitFor({ selector: ".unreadable .own-export" });
    const entry = await someEntry();
    const add = JSON.stringify({ type: "add-own-entries", entries: [entry], publicConfirmed: true });
    expect(await browser.inExtension(`chrome.runtime.sendMessage(${add})`)).toMatchObject({ fault: "unreadable" });
    const kept = `chrome.storage.local.get("own-list").then((found) => found["own-list"])`;
    expect(await browser.inExtension(kept)).toEqual(strange);
    lab.intercept({ root: "unlisted" });
    const page = await visit("unreadable.example");
    await expectVerdict(browser, page.tabId, "added-root");
    await page.close();

    await options.click("button.discard");
    expect(await browser.inExtension(kept)).toEqual(strange);
    await options.click("button.discard");
    await options.waitFor({ selector: ".own-paste" });
    expect(await stored(browser)).toEqual({ entries: [], unreadable: null, managed: [] });
    await options.close();
  });
});
