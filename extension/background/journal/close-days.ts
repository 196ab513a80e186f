import type { Evidence } from "../../../src/evidence/content.ts";
import { addedRootContent, countContent } from "../../../src/evidence/counted.ts";
import type { Versions } from "../../../src/evidence/record.ts";
import type { TallyRow } from "../../journal-store/stored.ts";
import { append } from "./append.ts";
import type { JournalStore } from "./journal-store.ts";
import { withoutCounts } from "./tally.ts";

/**
 * Appends what was counted aside on other days than today, and is done with them.
 * @param isTodayToo whether what was counted today is appended too; what is seen after that is counted anew and adds up.
 */
export async function closeDays(
  store: JournalStore,
  versions: Versions,
  { today, isTodayToo }: { readonly today: string; readonly isTodayToo: boolean },
): Promise<void> {
  const isDue = ({ day, counts }: TallyRow) => day !== today || (isTodayToo && counts.some(({ count }) => count > 0));
  if (!(await store.tally()).some(isDue)) return;
  await append(store, async () => {
    const due = (await store.tally()).filter(isDue);
    const evidence = await Promise.all(due.map((row) => told(row, store, versions)));
    const [over, going] = [due.filter(({ day }) => day !== today), due.filter(({ day }) => day === today)];
    return { evidence: evidence.flat(), tally: going.map(withoutCounts), closed: over.map(({ id }) => id) };
  });
}

/** The records of what a row counts; none where nothing was seen again. */
async function told({ day, counts, root }: TallyRow, store: JournalStore, versions: Versions): Promise<Evidence[]> {
  const certificates = new Map<string, Uint8Array>();
  for (const sha256 of root?.issuers ?? []) {
    const der = await store.certificate(sha256);
    if (der) certificates.set(sha256, der);
  }
  return counts.flatMap(({ of, count, last }): Evidence[] => {
    if (count === 0) return [];
    if (root) return [{ content: addedRootContent(root, { day, count, last }, versions), certificates }];
    return of === null ? [] : [{ content: countContent(of, { day, count, last }, versions), certificates }];
  });
}
