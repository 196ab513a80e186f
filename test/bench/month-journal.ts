import type { Certificate } from "../../src/certificate/certificate.ts";
import type { RecordContent } from "../../src/evidence/record.ts";
import { chainFor, connectionUnder, countedAgain, type Journal, journalOf, type World } from "../evidence/journal.ts";
import { createRoot } from "../lab/certification-authority.ts";

const DAYS = 30;
const HOSTS = 200;
/** As many different leaves of one host and day are recorded. */
const LEAVES_OF_A_HOST = 3;
/** Of so many records one counts another. */
const COUNTS_ONE_IN = 4;
const DAY_MS = 86_400_000;

/** The journal of a month on a watched network: the same hosts day after day, under five roots, with leaves that are used for days. */
export async function monthJournal(world: World, size: number): Promise<Journal> {
  const others = await Promise.all(
    ["CN=Rootwatch Made Fourth", "CN=Rootwatch Made Fifth"].map((name) => createRoot({ name, algorithm: "ec" })),
  );
  const authorities = [world.interceptor, world.interceptor, world.own, world.unknown, ...others];
  const chains = new Map<string, Promise<Certificate[]>>();
  const certificates = new Map<string, Uint8Array>();
  const contents: RecordContent[] = [];
  const aDay = Math.ceil(size / DAYS);
  for (let index = 0; index < size; index++) {
    const [day, place] = [Math.floor(index / aDay), index % aDay];
    const at = Date.UTC(2026, 9, 1 + day) + Math.floor((place / aDay) * DAY_MS);
    // It counts a record of its own day.
    if (place > 1 && index % COUNTS_ONE_IN === COUNTS_ONE_IN - 1) {
      contents.push(countedAgain(contents.length - 1, at, place));
      continue;
    }
    const [number, leaf] = [place % HOSTS, (Math.floor(place / HOSTS) + day) % LEAVES_OF_A_HOST];
    const host = `host-${number}.secret.example`;
    const authority = authorities[number % authorities.length] ?? world.interceptor;
    const chain = chains.get(`${host} ${leaf}`) ?? chainFor(host, authority);
    chains.set(`${host} ${leaf}`, chain);
    const network = { provider: "Provider", line: "home", note: "" };
    const evidence = await connectionUnder(world, await chain, { host, at, network });
    contents.push(evidence.content);
    for (const [sha256, der] of evidence.certificates) certificates.set(sha256, der);
  }
  return { records: await journalOf(contents), certificates };
}
