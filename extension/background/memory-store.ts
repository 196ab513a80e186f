import * as v from "valibot";
import type { Memory } from "../../src/detection/memory.ts";
import { browser } from "../platform/browser.ts";

const KEY = "memory";
const Stored = v.record(v.string(), v.number());

/** What was seen before in this browser session, in `storage.session`: nothing of it outlives the browser. */
export async function readMemory(): Promise<Memory> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY);
  return { rootFirstSeen: new Map(v.is(Stored, stored) ? Object.entries(stored) : []) };
}

/** Remembers when a root's key was first seen; later sightings change nothing. */
export async function rememberRoot(spkiSha256: string, at: number): Promise<void> {
  const { rootFirstSeen } = await readMemory();
  if (rootFirstSeen.has(spkiSha256)) return;
  await browser.storage.session.set({ [KEY]: { ...Object.fromEntries(rootFirstSeen), [spkiSha256]: at } });
}
