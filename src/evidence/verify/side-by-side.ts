import type { BundleContents } from "../bundle/contents.ts";
import type { DisclosedRecord } from "../disclosed.ts";

/** Something that was seen in several bundles. */
export interface SharedFinding {
  /** Identifier of the authority; null where none is named. */
  readonly authority: string | null;
  /** SHA-256 of the SubjectPublicKeyInfo of the matched key or added root, where only that is named; null otherwise. */
  readonly key: string | null;
  readonly seen: readonly Sighting[];
}

/** Where and when one bundle has it, as far as that is disclosed. */
interface Sighting {
  /** Index of the bundle. */
  readonly bundle: number;
  /** Days, or months where no day is disclosed, sorted. */
  readonly dates: readonly string[];
  /** What the users say of their networks, sorted. */
  readonly networks: readonly string[];
}

/** Several bundles laid side by side. */
export interface SideBySide {
  readonly shared: readonly SharedFinding[];
  /** Pairs that are of one journal, and so of one observer: they have records in common. */
  readonly sameJournal: readonly (readonly [one: number, other: number])[];
}

/** Finds what several bundles have in common. */
export function sideBySide(bundles: readonly BundleContents[]): SideBySide {
  const groups = new Map<string, Map<number, DisclosedRecord[]>>();
  for (const [bundle, { records }] of bundles.entries()) {
    for (const record of records) {
      const about = subjectOf(record);
      if (about === null) continue;
      const group = groups.get(about) ?? new Map<number, DisclosedRecord[]>();
      group.set(bundle, [...(group.get(bundle) ?? []), record]);
      groups.set(about, group);
    }
  }
  return {
    shared: [...groups].filter(([, group]) => group.size > 1).map(([about, group]) => shared(about, group)),
    sameJournal: pairsOf(bundles.map(hashesOf)),
  };
}

const KEY = /^[0-9a-f]{64}$/;

/** An authority has many keys; a key that nobody lists stands for itself. */
function subjectOf({ record, shown }: DisclosedRecord): string | null {
  const authority = ("authority" in record ? record.authority : null) ?? shown.authority;
  const key = ("key" in record ? record.key : null) ?? shown.key?.spkiSha256;
  return authority ?? key ?? null;
}

function shared(about: string, group: ReadonlyMap<number, readonly DisclosedRecord[]>): SharedFinding {
  const isKey = KEY.test(about);
  return {
    authority: isKey ? null : about,
    key: isKey ? about : null,
    seen: [...group].map(([bundle, records]) => ({
      bundle,
      dates: sorted(records.map(({ shown }) => shown.day ?? shown.month)),
      networks: sorted(records.map(({ shown }) => shown.network?.provider)),
    })),
  };
}

const sorted = (texts: readonly (string | undefined)[]): string[] =>
  [...new Set(texts.filter((text) => text !== undefined && text !== ""))].toSorted() as string[];

/** The hashes that a bundle's records have or name: a later part of a journal names the last line of the earlier. */
const hashesOf = ({ records }: BundleContents): ReadonlySet<string> =>
  new Set(records.flatMap(({ record, hash }) => (record.seq === 1 ? [hash] : [hash, record.prev])));

function pairsOf(sets: readonly ReadonlySet<string>[]): [number, number][] {
  return sets.flatMap((one, index) =>
    sets.flatMap((other, next): [number, number][] =>
      next > index && [...one].some((hash) => other.has(hash)) ? [[index, next]] : [],
    ),
  );
}
