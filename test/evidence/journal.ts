import { readFactFiles } from "../../scripts/fact-files.ts";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import type { EntrySources } from "../../src/evidence/bundle/used-entries.ts";
import { connectionEvidence } from "../../src/evidence/content.ts";
import type { Fields } from "../../src/evidence/field.ts";
import { EMPTY_HEAD, type FormedRecord, formRecord, type RecordContent } from "../../src/evidence/record.ts";
import { compileWatchlist } from "../../src/watchlist/compile.ts";
import { compileDossiers } from "../../src/watchlist/dossiers.ts";
import { ownListOf } from "../../src/watchlist/own-list.ts";
import { loadWatchlist } from "../../src/watchlist/watchlist.ts";
import { withOwnList } from "../../src/watchlist/with-own-list.ts";
import { pageObservation } from "../detection/observations.ts";
import { type Authority, createIntermediate, createRoot } from "../lab/certification-authority.ts";
import { describeLab } from "../lab/lab-knowledge.ts";
import { issueLeaf } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";
import { ownEntry } from "../watchlist/own-entries.ts";
import { VERSIONS } from "./disclosed.ts";

/** The authorities of a made world, and what a tool in it knows. */
export interface World {
  /** Listed for interception. */
  readonly interceptor: Authority;
  /** Watched by the user, under the name "Mine". */
  readonly own: Authority;
  /** Known to nobody. */
  readonly unknown: Authority;
  readonly sources: EntrySources;
}

/** What the listed root is called. */
export const INTERCEPTOR = "CN=Rootwatch Made Interceptor,O=Rootwatch,C=ZZ";

/** Makes a world with keys of its own. */
export async function makeWorld(): Promise<World> {
  const root = await createRoot({ name: INTERCEPTOR, algorithm: "ec" });
  const own = await createRoot({ name: "CN=Rootwatch Made Own", algorithm: "ec" });
  const unknown = await createRoot({ name: "CN=Rootwatch Made Unknown", algorithm: "ec" });
  const known = await describeLab(root.path[0], INTERCEPTOR, unknown.path[0]);
  const shipped = await readFactFiles();
  const facts = { ...shipped, authorities: [...shipped.authorities, ...known.authorities] };
  return {
    interceptor: await createIntermediate(root, { name: "CN=Rootwatch Made Intermediate", algorithm: "ec" }),
    own,
    unknown,
    sources: {
      dossiers: await compileDossiers(facts),
      watchlist: loadWatchlist(await compileWatchlist(facts)),
      ownList: ownListOf([await ownEntry(own.path[0], { why: "a-private-reason" })]),
    },
  };
}

/** A journal and the certificates its records name. */
export interface Journal {
  readonly records: readonly FormedRecord[];
  readonly certificates: ReadonlyMap<string, Uint8Array>;
}

/** A chain for a host, leaf first, as the lab issues it. */
export async function chainFor(host: string, authority: Authority): Promise<Certificate[]> {
  const { cert } = await issueLeaf(authority, { hosts: [host], algorithm: "ec" }, true);
  return x509.PemConverter.decode(cert).map((der) => parseCertificate(new Uint8Array(der)));
}

/** What a connection to a host under an authority comes to in a journal. */
export async function connectionUnder(
  { sources }: World,
  certificates: readonly Certificate[],
  { host, at, site = host, network = null }: Pick<Fields, "host"> & { at: number } & Partial<Fields>,
  differently: Parameters<typeof pageObservation>[1] = {},
) {
  const observation = pageObservation(certificates, {
    host,
    at,
    address: `[2001:db8::${(at % 65_537).toString(16)}]:443`,
    ...differently,
  });
  const watchlist = withOwnList(sources.watchlist, sources.ownList);
  const assessment = await assess(observation, watchlist, NO_MEMORY);
  const said = { site: site ?? null, country: "ZZ", network: network ?? null, check: null, versions: VERSIONS };
  return connectionEvidence(observation as typeof observation & { connection: "page" }, assessment, said);
}

/** The records of some contents, one after another. */
export async function journalOf(contents: readonly RecordContent[]): Promise<FormedRecord[]> {
  const records: FormedRecord[] = [];
  for (const content of contents) records.push(await formRecord(content, records.at(-1) ?? EMPTY_HEAD, false));
  return records;
}

/** A journal with a record of each kind and of each sort of authority, `rounds` times over. */
export async function makeJournal(world: World, rounds = 1): Promise<Journal> {
  const certificates = new Map<string, Uint8Array>();
  const contents: RecordContent[] = [];
  for (let round = 0; round < rounds; round++) {
    const day = Date.UTC(2026, 9, 3 + round, 8, 17, 7, 123 + round);
    for (const [index, authority] of [world.interceptor, world.own, world.unknown].entries()) {
      const host = `host-${round}-${index}.secret.example`;
      const network = { provider: `Provider ${round}.${index}`, line: "home", note: `note ${round}.${index}` };
      const chain = await chainFor(host, authority);
      const evidence = await connectionUnder(world, chain, { host, at: day + index * 4_000_000, network });
      contents.push(evidence.content);
      for (const [sha256, der] of evidence.certificates) certificates.set(sha256, der);
    }
    contents.push(countedAgain(contents.length - 2, day + 9_000_000, 3 + round));
  }
  return { records: await journalOf(contents), certificates };
}

/** The record that another one, `of`, was seen again, lastly at this time. */
export function countedAgain(of: number, at: number, count: number): RecordContent {
  const last = new Date(at).toISOString();
  return {
    open: { kind: "count", of, versions: VERSIONS },
    fields: { month: last.slice(0, 7), day: last.slice(0, 10), count, last },
  };
}
