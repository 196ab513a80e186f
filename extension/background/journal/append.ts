import type { Evidence } from "../../../src/evidence/content.ts";
import { type FormedRecord, formRecord } from "../../../src/evidence/record.ts";
import type { Position } from "../../journal-store/stored.ts";
import type { Addition, JournalStore } from "./journal-store.ts";

/** What is to be stored in one go. */
export interface Wanted extends Pick<Addition, "tally" | "closed"> {
  readonly evidence: readonly Evidence[];
  /** Certificates that no record names yet. */
  readonly certificates?: Addition["certificates"];
}

/**
 * Forms records that follow the head and stores them, with what is counted beside them. Hashing takes its time, in which another may have
 * written: then everything is made anew from what is there now.
 * @param make says what is to be stored after this position.
 */
export async function append(store: JournalStore, make: (position: Position) => Promise<Wanted>): Promise<void> {
  for (let isStored = false; !isStored; ) {
    const position = await store.position();
    const { evidence, tally, closed, certificates = new Map() } = await make(position);
    const at = Date.now();
    const clockWentBack = position.at !== null && at < position.at;
    const records: FormedRecord[] = [];
    for (const { content } of evidence) {
      const isFirst = records.length === 0;
      records.push(await formRecord(content, records.at(-1) ?? position.head, isFirst && clockWentBack));
    }
    const appended = records.map((record, index) => ({ record, names: namesOf(evidence[index]) }));
    const ders = new Map([...certificates, ...evidence.flatMap((each) => [...each.certificates])]);
    isStored = await store.add(position.head, { appended, certificates: ders, tally, closed, at });
  }
}

const namesOf = (evidence: Evidence | undefined) => [...(evidence?.certificates.keys() ?? [])];
