import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { TallyRow } from "../../extension/journal-store/stored.ts";
import type { Message } from "../../extension/messages.ts";
import type { AlertsView } from "../../extension/views/alerts-view.ts";
import type { OwnListView } from "../../extension/views/own-list-view.ts";
import { parseRecord } from "../../src/evidence/record.ts";
import { type Lab, startLab } from "../lab/lab.ts";
import { clearRecords, dump, type Fixture, fixtureNames, putIn, readFixture, rowsOf } from "../upgrade/fixture.ts";
import { inTurn, launch, popupText, WAIT } from "./browsers.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";
import { fieldsOf, type Stored } from "./stored-records.ts";

let browser: LabBrowser | undefined;
let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ folder: inject("labBuild").folder });
  // Known by the leaf alone, which is all that Chromium hands over without a press.
  lab.intercept({ intermediate: false, algorithm: "ec" });
  return () => lab.close();
});

afterEach(() => browser?.close());

/** A browser in which another version of Rootwatch was before. */
async function startedWith(name: LabBrowser["name"], fixture: Fixture): Promise<LabBrowser> {
  const features = name === "chromium" ? { features: ["WebRequestSecurityInfo"] } : {};
  browser = await launch(name, ["public", "interception"], features);
  await putIn(browser, fixture);
  return browser;
}

const say = <Answer>(to: LabBrowser, message: Message) =>
  to.inExtension<Answer>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);

const open = (to: LabBrowser, host: string) => to.open(`https://${host}:${lab.port}/`);

const newest = () => readFixture(fixtureNames().at(-1) ?? "");

describe.each(inTurn("chromium"))("in %s", (name) => {
  it.each(fixtureNames())("what was kept in the format of %s is all there, and gone on with", async (file) => {
    const fixture = readFixture(file);
    const started = await startedWith(name, fixture);
    expect(await say(started, { type: "set-switches", switches: {} })).toMatchObject(fixture.local.settings);
    const { entries, unreadable } = await say<OwnListView>(started, { type: "get-own-list" });
    expect({ entries, unreadable }).toEqual({ entries: fixture.local["own-list"].entries, unreadable: null });
    const { quiet, stopped } = await say<AlertsView>(started, { type: "get-alerts" });
    expect(quiet).toEqual(fixture.local.quiet);
    expect(stopped.map(({ host }) => host)).toEqual(
      expect.arrayContaining(fixture.local.blocked.map(({ host }) => host)),
    );

    const page = await started.openExtensionPage("extension/journal/index.html");
    const records = clearRecords(fixture);
    expect(records.length).toBeGreaterThan(3);
    for (const { host } of records.map(fieldsOf)) if (host) await page.waitFor({ text: host });
    await page.waitFor({ selector: ".sealed-records" });
    expect(await page.evaluate(`document.querySelector(".journal-trouble, .missing-records")`)).toBeNull();

    const before = rowsOf<Stored>(fixture, "records");
    await open(started, "after.example");
    const stored = async () => rowsOf<Stored>(await dump(started), "records");
    await expect.poll(async () => (await stored()).length, WAIT).toBeGreaterThan(before.length);
    const rows = await stored();
    expect(rows.slice(0, before.length)).toEqual(before);
    expect(parseRecord(rows[before.length]?.line ?? "", "the next")).toMatchObject({
      seq: before.length + 1,
      prev: before.at(-1)?.hash,
    });
    await say(started, { type: "close-journal-day" });
    const told = (await stored()).slice(before.length).map(fieldsOf);
    const counted = rowsOf<TallyRow>(fixture, "tally").flatMap(({ root, day, counts }) =>
      root ? counts.map(({ count }) => ({ day, count, key: root.key })) : [],
    );
    expect(counted.length).toBeGreaterThan(0);
    for (const each of counted) expect(told).toContainEqual(expect.objectContaining(each));
    const { memory, rootAnswers } = (await dump(started)).local;
    expect(memory).toMatchObject(fixture.local.memory);
    expect(rootAnswers).toEqual(fixture.local.rootAnswers);
  });

  it("what a newer version kept is told of, and stays for it as it is", async () => {
    const { local, journal } = newest();
    const future: Fixture = {
      local: {
        ...local,
        settings: { ...local.settings, language: "en", alertLevel: "siren", listens: true } as object,
        "own-list": { ...local["own-list"], version: 2 } as object as Fixture["local"]["own-list"],
        memory: { roots: { ...local.memory.roots, future: 1 }, hosts: local.memory.hosts },
        rootAnswers: { ...local.rootAnswers, future: "somebody else" },
        quiet: [...local.quiet, { binds: "country", country: "ZZ" }],
      },
      journal: { ...journal, version: 2, stores: [...journal.stores, { ...EMPTY_STORE, name: "zones" }] },
    };
    const started = await startedWith(name, future);
    const page = await open(started, "meanwhile.example");
    await expect
      .poll(() => popupText(started, page.tabId), WAIT)
      .toContain("so many records could not be kept: 1. Install the newer Rootwatch again");
    const options = await started.openExtensionPage("extension/options/index.html");
    await options.waitFor({ text: "A newer Rootwatch wrote the journal." });
    await options.waitFor({ text: "A newer Rootwatch may have written it." });
    await say(started, { type: "set-look", look: { theme: "light" } });
    for (const entry of local.quiet) await say(started, { type: "unquiet", entry: entry as never });
    // Chromium shows a root when it is asked for it.
    if (name === "chromium") await say(started, { type: "inspect", tabId: page.tabId });
    const roots = (of: Fixture) => Object.keys(of.local.memory.roots).length;
    await expect.poll(async () => roots(await dump(started)), WAIT).toBe(roots(future) + 1);

    const left = await dump(started);
    expect(left.journal).toEqual(future.journal);
    const { settings, quiet, memory } = left.local;
    expect(settings).toEqual({ ...future.local.settings, theme: "light" });
    expect(quiet).toEqual([{ binds: "country", country: "ZZ" }]);
    // What is met meanwhile is remembered beside it.
    expect(memory).toMatchObject(future.local.memory);
    for (const part of ["own-list", "rootAnswers"]) expect(left.local[part]).toEqual(future.local[part]);
  });
});

const EMPTY_STORE = { keyPath: null, indexes: [], rows: [] };
