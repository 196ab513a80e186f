import { certificatesNamed } from "../../src/evidence/bundle/contents.ts";
import { parseDisclosure } from "../../src/evidence/disclosure.ts";
import type { FormedRecord } from "../../src/evidence/record.ts";
import { EMPTY_HEAD } from "../../src/evidence/record.ts";
import type { Journal } from "../evidence/journal.ts";
import { factoryOf } from "./databases.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";

/** As many records are handed over at once. */
const BATCH = 100;

/** Puts a journal on the disk of a browser, as its background stores one. @param sealed so many of the first records are such that only somebody else can read. */
export async function seedJournal(browser: LabBrowser, { records, certificates }: Journal, sealed = 0): Promise<void> {
  await browser.inExtension(`(async () => {
    // Without its factory Chromium's database goes to sleep for ever as soon as garbage is collected.
    globalThis.seedFactory = await ${factoryOf("journal")};
    const opening = seedFactory.open("journal", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("records", { keyPath: "seq" })
        .createIndex("certificates", "certificates", { multiEntry: true });
      opening.result.createObjectStore("certificates");
      opening.result.createObjectStore("tally", { keyPath: "id" });
      opening.result.createObjectStore("state");
    };
    await new Promise((done, fail) => { opening.onsuccess = done; opening.onerror = fail; });
    globalThis.seeded = opening.result;
    return true;
  })()`);
  const at = Date.UTC(2026, 10, 1);
  for (let from = 0; from < records.length; from += BATCH) {
    const some = records
      .slice(from, from + BATCH)
      .map((record) =>
        record.seq <= sealed
          ? { seq: record.seq, hash: record.hash, sealed: true }
          : { ...record, certificates: named(record), at },
      );
    await put(browser, "records", some);
  }
  const ders = [...certificates].map(([sha256, der]) => [sha256, Buffer.from(der).toString("base64")]);
  for (let from = 0; from < ders.length; from += BATCH)
    await put(browser, "certificates", ders.slice(from, from + BATCH));
  const { seq, hash } = records.at(-1) ?? EMPTY_HEAD;
  const position = { base: EMPTY_HEAD, head: { seq, hash }, at, bytes: 0 };
  await put(browser, "state", [["position", position]]);
  await browser.inExtension(`(globalThis.seeded.close(), true)`);
}

function put(browser: LabBrowser, store: string, entries: readonly unknown[]): Promise<boolean> {
  return browser.inExtension(`(async () => {
    const change = globalThis.seeded.transaction("${store}", "readwrite");
    for (const entry of ${JSON.stringify(entries)}) {
      if ("${store}" === "records") change.objectStore("records").put(entry.sealed ? { ...entry, sealed: new Uint8Array() } : entry);
      else if ("${store}" === "state") change.objectStore("state").put(entry[1], entry[0]);
      else change.objectStore("certificates").put(Uint8Array.fromBase64?.(entry[1]) ?? Uint8Array.from(atob(entry[1]), (c) => c.charCodeAt(0)), entry[0]);
    }
    return new Promise((done, fail) => { change.oncomplete = () => done(true); change.onabort = () => fail(change.error); });
  })()`);
}

function named({ disclosures }: FormedRecord): readonly string[] {
  const fields = disclosures.map((disclosure) => parseDisclosure(disclosure, "record"));
  const shown = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  return certificatesNamed({ shown });
}
