import type { Assessment } from "../../../src/detection/assessment.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import { asciiJson } from "../../../src/evidence/ascii-json.ts";
import type { Circumstances, Evidence } from "../../../src/evidence/content.ts";
import { addedRootOf, dayOf } from "../../../src/evidence/counted.ts";
import { lineHash } from "../../../src/evidence/line.ts";
import { append } from "./append.ts";
import type { JournalStore } from "./journal-store.ts";
import { type Sight, withRecord, withRootSight, withSight } from "./tally.ts";

/** By what something is the same thing as before. */
interface Identity {
  readonly what: readonly unknown[];
  /** What it has in common with others, of which there can be too many. */
  readonly group: readonly unknown[];
  /** SHA-256 of the leaf, or what stands for it; null where none was seen. */
  readonly leaf: string | null;
  /** When it was seen, milliseconds since 1970. */
  readonly at: number;
}

/** Appends a record where this is the first of the day of its kind and there are not too many of its group, and counts it aside else. */
export async function keepOrCount(store: JournalStore, evidence: Evidence, identity: Identity): Promise<void> {
  const [sight, group] = await Promise.all([
    sightOf(identity),
    sightOf({ ...identity, what: identity.group, leaf: null }),
  ]);
  await append(store, async ({ head }) => {
    const { row, isRecord } = withSight(await store.tallyRow(sight.id), sight, head.seq + 1);
    if (!isRecord) return { evidence: [], tally: [row], closed: [] };
    const together = withRecord(await store.tallyRow(group.id), group, head.seq + 1);
    if (!together.hasRoom) return { evidence: [], tally: [together.row], closed: [] };
    return { evidence: [evidence], tally: [row, together.row], closed: [] };
  });
}

/** Counts a connection that rests on an added root. */
export async function countRoot(
  store: JournalStore,
  { observation, assessment }: { readonly observation: Observation; readonly assessment: Assessment },
  label: Pick<Circumstances, "country" | "network">,
): Promise<void> {
  const { root, certificates } = addedRootOf(observation, assessment, label);
  const sight = await sightOf({ what: ["root", root.key?.spkiSha256], leaf: null, at: observation.at });
  await append(store, async () => {
    const known = await store.tallyRow(sight.id);
    const tally = [withRootSight(known, sight, root)];
    return { evidence: [], tally, closed: [], ...(known ? {} : { certificates }) };
  });
}

/** Hashes alone lie beside the journal: whom they stand for is in the records. */
async function sightOf({ what, leaf, at }: Omit<Identity, "group">): Promise<Sight> {
  const day = dayOf(at);
  const id = await lineHash(asciiJson([...what, day]));
  return { id, day, leaf: leaf === null ? "" : await lineHash(asciiJson([id, leaf])), at };
}
