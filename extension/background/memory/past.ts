import * as v from "valibot";
import type { HostHistory, RootAnswer } from "../../../src/detection/memory.ts";
import {
  AnyEntries,
  NOTHING,
  PAST_KEY,
  type Past,
  readable,
  readPast,
  readStoredPast,
} from "../../memory-store/past.ts";
import { storage } from "../../platform/storage.ts";
import { Turns } from "../turns.ts";

const ANSWERS = "rootAnswers";

const Answer = v.picklist(["software", "work-or-school", "told-to", "unknown"]);

/** More roots than any device meets; the one that was not seen for longest gives way. */
const MOST_ROOTS = 500;

/** A page can name as many hosts below a target as it likes; the one that was not seen for longest gives way. */
const MOST_HOSTS = 500;

const turns = new Turns();

const DAY = 24 * 60 * 60 * 1000;

/** Remembers that a chain ended in a root that is not public; once a day is enough. */
export async function rememberRoot(key: string, at: number): Promise<void> {
  const isTold = ({ roots }: Past) => Math.floor((roots[key]?.last ?? 0) / DAY) === Math.floor(at / DAY);
  if (isTold(await readPast())) return;
  await change((past) => {
    const { roots, hosts } = past;
    if (isTold(past)) return past;
    const now = { first: roots[key]?.first ?? at, last: at, days: (roots[key]?.days ?? 0) + 1 };
    const newestFirst = Object.entries({ ...roots, [key]: now }).toSorted(([, a], [, b]) => b.last - a.last);
    return { roots: Object.fromEntries(newestFirst.slice(0, MOST_ROOTS)), hosts };
  });
}

/** Remembers how a host looked under a public root; the same certificate once a day. */
export async function rememberHost(host: string, history: HostHistory): Promise<void> {
  const known = (await readPast()).hosts[host];
  if (known?.serial === history.serial && history.at - known.at < DAY) return;
  await change(({ roots, hosts }) => {
    const newestFirst = Object.entries({ ...hosts, [host]: history }).toSorted(([, a], [, b]) => b.at - a.at);
    return { roots, hosts: Object.fromEntries(newestFirst.slice(0, MOST_HOSTS)) };
  });
}

/** Forgets all roots and hosts. The user's answers stay: they are no observation. */
export function forgetPast(): Promise<void> {
  return turns.take(async () => storage.local.set({ [PAST_KEY]: NOTHING }));
}

/**
 * What the user answered about who put each root there; what was answered in a private window counts in those alone. Nothing while the browser does not
 * give it out: never rejects.
 */
export async function readAnswers(inPrivate: boolean): Promise<Readonly<Record<string, RootAnswer>>> {
  const kept = await answersIn(storage.local);
  return inPrivate ? { ...kept, ...(await answersIn(storage.session)) } : kept;
}

/** Keeps the user's answer about a root's key, of a private window only until the browser is closed; a later one replaces it. */
export function keepAnswer(key: string, answer: RootAnswer, inPrivate: boolean): Promise<void> {
  const area = inPrivate ? storage.session : storage.local;
  // What the user said to a newer version is kept as it is.
  return turns.take(async () => area.set({ [ANSWERS]: { ...(await storedAnswers(area)), [key]: answer } }));
}

type Area = Pick<typeof storage.local, "get">;

async function answersIn(area: Area): Promise<Readonly<Record<string, RootAnswer>>> {
  return readable(Answer, await storedAnswers(area).catch(() => ({})));
}

async function storedAnswers(area: Area): Promise<Readonly<Record<string, unknown>>> {
  const { [ANSWERS]: stored } = await area.get(ANSWERS);
  return v.is(AnyEntries, stored) ? stored : {};
}

function change(to: (past: Past) => Past): Promise<void> {
  return turns.take(async () => {
    const { past, unread } = await readStoredPast();
    const { roots, hosts } = to(past);
    // What a newer version remembers is there for it when the user goes back to it.
    const kept = { ...unread, roots: { ...unread.roots, ...roots }, hosts: { ...unread.hosts, ...hosts } };
    await storage.local.set({ [PAST_KEY]: kept });
  });
}
