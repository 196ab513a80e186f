import { beforeEach, describe, expect, it, vi } from "vitest";
import { browser } from "../fake-browser.ts";
import {
  connection,
  disclosed,
  freshBrowser,
  freshLocks,
  readAll,
  startedJournal,
  wholeChain,
} from "./journal-world.ts";

vi.mock("../../../extension/platform/browser.ts", () => import("../fake-browser.ts"));

/** How many steps the background may still take; undefined while it lives as long as it likes. */
let left: number | undefined;
/** Called when it has taken the last one. */
let tellEnd = () => {};

/** One step: nothing that was asked for is done any more when there is none left. */
function isEnded(): boolean {
  if (left === undefined) return false;
  left -= 1;
  if (left < 0) tellEnd();
  return left < 0;
}

/** Lets the background take so many steps more. Resolves when it has, and what it had under way by then has come to nothing. */
async function lastSteps(steps: number): Promise<false> {
  const ended = new Promise<void>((end) => {
    tellEnd = end;
  });
  left = steps;
  await ended;
  do await new Promise((next) => setTimeout(next, 10));
  while (underWay > 0);
  return false;
}

/** Calls that were begun and have not come back. */
let underWay = 0;

const NEVER = new Promise<never>(() => {});

interface Mortal {
  do(...given: unknown[]): Promise<unknown>;
}

function mortal(owner: object, method: string): void {
  const original = Reflect.get(owner, method) as Mortal["do"];
  vi.spyOn(owner as Mortal, method as "do").mockImplementation(async function (this: unknown, ...given: unknown[]) {
    if (isEnded()) return NEVER;
    underWay += 1;
    const done = await original.apply(this, given).finally(() => {
      underWay -= 1;
    });
    return isEnded() ? NEVER : done;
  });
}

/** Browsers undo a transaction whose background is gone before it was committed. */
function mortalTransactions(): void {
  for (const method of ["get", "getAllKeys", "put", "add", "delete"] as const) {
    const original = IDBObjectStore.prototype[method] as (...given: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      if (isEnded()) {
        // Nobody is left who could be told.
        this.transaction.dispatchEvent = () => true;
        this.transaction.abort();
        throw new Error("the background is gone");
      }
      return original.apply(this, given);
    } as never);
  }
}

beforeEach(() => {
  vi.restoreAllMocks();
  freshBrowser();
  left = undefined;
  for (const area of [browser.storage.session, browser.storage.local]) {
    for (const method of ["get", "set", "remove"] as const) mortal(area, method);
  }
  mortal(crypto.subtle, "digest");
  mortalTransactions();
});

const RECIPIENT = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

/** What may be under way when the background is ended, after one.example was recorded. */
const WRITES = {
  "a first sighting": (journal: ReturnType<typeof startedJournal>) =>
    journal.keep(connection("two.example", "intercepted")),
  "one that is counted": (journal) => journal.keep(connection("one.example", "intercepted")),
  "the end of the day": (journal) => journal.closeDay(),
  "taking the session to the disk": (journal) => journal.keepSession(),
} satisfies Record<string, (journal: ReturnType<typeof startedJournal>) => Promise<unknown>>;

describe.each([
  ["session", null],
  ["evidence", null],
  ["evidence", RECIPIENT],
] as const)("a journal that is kept: %s, write-only for %s", (keeping, writeOnlyTo) => {
  it.each(Object.entries(WRITES))("is whole wherever the background ends during %s", async (_, write) => {
    let isThrough = false;
    for (let steps = 0; !isThrough; steps++) {
      freshBrowser();
      const before = startedJournal();
      await before.choose({ keeping, writeOnlyTo });
      for (let time = 0; time < 3; time++) await before.keep(connection("one.example", "intercepted"));
      const confirmed = (await readAll()).state.head.seq;
      const ended = lastSteps(steps);
      const written = write(startedJournal()).then(() => true);
      isThrough = await Promise.race([written, ended]);
      left = undefined;
      freshLocks();

      const after = startedJournal();
      await after.keep(connection("two.example", "intercepted"));
      await after.keep(connection("one.example", "intercepted"));
      expect(await after.closeDay()).toBe(true);
      const { state, sealed } = await readAll();
      expect(state.head.seq).toBeGreaterThan(confirmed);
      expect(state.trouble).toBe(null);
      if (writeOnlyTo !== null) {
        expect(sealed.map(({ seq }) => seq)).toEqual(sealed.map((_, index) => index + 1));
        expect(sealed.at(-1)?.hash).toBe(state.head.hash);
        continue;
      }
      const records = await wholeChain();
      // What was seen twice is one record: a further sighting is counted.
      expect(records.filter(({ kind }) => kind === "connection")).toHaveLength(2);
      expect(new Set(await disclosed("host"))).toEqual(new Set(["one.example", "two.example"]));
      const ofOne = records.filter((record) => record.kind === "count" && record.of === 1).map(({ seq }) => seq);
      const counts = (await disclosed("count")) as number[];
      const counted = records.filter(({ kind }) => kind === "count").map(({ seq }, index) => [seq, counts[index] ?? 0]);
      const sum = counted.reduce((all, [seq = 0, count = 0]) => all + (ofOne.includes(seq) ? count : 0), 0);
      // Two before, one after, and the one under way if it came so far.
      expect([3, 4]).toContain(sum);
    }
  });
});
