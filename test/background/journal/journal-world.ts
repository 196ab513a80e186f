import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import { Journal } from "../../../extension/background/journal/journal.ts";
import { type JournalState, openJournal } from "../../../extension/journal-store/journal-reader.ts";
import type { SealedRecord } from "../../../extension/journal-store/stored.ts";
import type { Assessment } from "../../../src/detection/assessment.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import type { Verdict } from "../../../src/detection/verdict.ts";
import { type Disclosure, parseDisclosure } from "../../../src/evidence/disclosure.ts";
import { lineHash } from "../../../src/evidence/line.ts";
import { type FormedRecord, parseRecord, type RecordLine } from "../../../src/evidence/record.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { browser } from "../fake-browser.ts";

/** A browser that was just installed. */
export function freshBrowser(): void {
  for (const area of [browser.storage.local, browser.storage.session]) {
    area.values.clear();
    area.broken = false;
  }
  vi.stubGlobal("indexedDB", new IDBFactory());
  freshLocks();
}

/** The locks of the browser when nothing runs that could hold one. */
export function freshLocks(): void {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<unknown>) => {
    const turn = last.then(work);
    last = turn.catch(() => null);
    return turn;
  };
  vi.stubGlobal("navigator", { locks: { request } });
}

/** A background that has just begun. */
export const startedJournal = () => new Journal(async () => watchlist.date);

/** A connection to a host, with a leaf of this name, under a root of that name. */
export function connection(host: string, verdict: Verdict, { leaf = "11", root = "ff", at = Date.now() } = {}) {
  const names = [leaf.repeat(32), root.repeat(32)];
  const observation = {
    connection: "page",
    source: "firefox-security-info",
    basis: "browser-built",
    outcome: "passed",
    certificates: names.map((name) => ({ der: new TextEncoder().encode(name) })),
    rootIsBuiltIn: false,
    exceptionAccepted: false,
    host,
    at,
  } as unknown as Observation;
  const assessment = {
    verdict,
    authority: null,
    certificates: names.map((name) => ({ sha256: name, spkiSha256: name })),
    root: verdict === "added-root" ? { certificate: 1, kind: "added" } : null,
    findings: [],
  } as unknown as Assessment;
  return { observation, assessment, watchlist, site: host, check: null };
}

/** Everything that a page can read of the journal. */
export async function readAll(): Promise<{
  readonly state: JournalState;
  readonly records: readonly FormedRecord[];
  readonly sealed: readonly SealedRecord[];
}> {
  const reader = await openJournal();
  const records = await allOf(reader.records());
  const sealed = await allOf(reader.sealedRecords());
  const state = await reader.state();
  reader.close();
  return { state, records, sealed };
}

/** The records, once it is shown that they are one chain from a base to the head. */
export async function wholeChain(): Promise<readonly RecordLine[]> {
  const { state, records } = await readAll();
  let before = state.base;
  for (const { seq, line, hash } of records) {
    const { prev, seq: said } = parseRecord(line, `record ${seq}`);
    if (prev !== before.hash || said !== before.seq + 1 || seq !== said || hash !== (await lineHash(line))) {
      throw new Error(`record ${seq} does not follow record ${before.seq}`);
    }
    before = { seq, hash };
  }
  if (before.hash !== state.head.hash) throw new Error("the head is not the last record");
  return records.map(({ line }) => parseRecord(line, "a record"));
}

/** What the records disclose under a name, in order. */
export async function disclosed(name: Disclosure["name"]): Promise<unknown[]> {
  const { records } = await readAll();
  const lines = records.flatMap(({ disclosures }) => disclosures.map((line) => parseDisclosure(line, "here")));
  return lines.filter((each) => each.name === name).map(({ value }) => value);
}

async function allOf<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
