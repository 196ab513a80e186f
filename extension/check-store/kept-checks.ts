import * as v from "valibot";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { NetworkLabel } from "../network-label.ts";
import { storage } from "../platform/storage.ts";
import type { Check } from "./check-state.ts";

const KEY = "network-checks";
/** The oldest gives way to the eleventh. */
const MOST_KEPT = 10;

export const NO_LABEL: NetworkLabel = { country: "", provider: "", line: "", note: "" };

/** A check that has ended, with the user's words. */
export interface KeptCheck extends Check {
  readonly label: NetworkLabel;
}

/** The outline of a kept check. The details of a host were written by this very browser session and are not taken apart further. */
const Kept = v.object({
  id: v.string(),
  at: v.number(),
  ending: v.picklist(["complete", "cancelled", "out-of-time", "incomplete", "background-gone"]),
  label: NetworkLabel,
  hosts: v.array(
    v.object({
      target: v.string(),
      view: v.nullable(v.object({ assessment: v.object({ verdict: v.picklist(VERDICTS) }) })),
    }),
  ),
});

/** The last checks of this browser session, newest first, read one by one: one that is not of the agreed shape takes no other with it. */
export async function readKeptChecks(): Promise<readonly KeptCheck[]> {
  const { [KEY]: stored } = await storage.session.get(KEY);
  return Array.isArray(stored) ? stored.filter((each): each is KeptCheck => v.is(Kept, each)) : [];
}

/** What a page knows, and what is stored besides: the store may be read only after the page has kept a check of its own. */
export function withStored(known: readonly KeptCheck[], stored: readonly KeptCheck[]): readonly KeptCheck[] {
  const others = stored.filter(({ id }) => known.every((each) => each.id !== id));
  return [...known, ...others].slice(0, MOST_KEPT);
}

/** Adds a check, or puts it in the place of itself with another label. */
export function withKept(checks: readonly KeptCheck[], check: KeptCheck): readonly KeptCheck[] {
  const isKnown = checks.some(({ id }) => id === check.id);
  if (isKnown) return checks.map((each) => (each.id === check.id ? check : each));
  return [check, ...checks].slice(0, MOST_KEPT);
}

/** The last write under way: the next one reads what it has stored. */
let last: Promise<unknown> = Promise.resolve();

/** Keeps a check until the browser is closed; it is in the browser's memory, never on the disk. Rejects when the store is full. */
export function keepCheck(check: KeptCheck): Promise<void> {
  const turn = last.then(async () => storage.session.set({ [KEY]: withKept(await readKeptChecks(), check) }));
  last = turn.catch(() => null);
  return turn;
}

/** Forgets the kept checks. */
export async function forgetKeptChecks(): Promise<void> {
  await storage.session.remove(KEY);
}
