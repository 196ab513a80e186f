import { useEffect, useState } from "preact/hooks";
import type { JournalReader } from "../journal-store/journal-reader.ts";
import { type JournalRow, journalRow } from "../journal-view/journal-row.ts";
import { type KeptChain, keptChain } from "./kept-chain.ts";

/** A record with its chain. */
export interface KeptRecord extends KeptChain {
  readonly row: JournalRow;
}

/** A record of the journal; undefined until it is read, null when it cannot be. */
export function useKeptRecord(reader: JournalReader, seq: number): KeptRecord | null | undefined {
  const [kept, setKept] = useState<KeptRecord | null | undefined>();
  useEffect(() => {
    let isCurrent = true;
    const show = (some: KeptRecord | null) => isCurrent && setKept(some);
    void read(reader, seq).then(show, () => show(null));
    return () => {
      isCurrent = false;
    };
  }, [reader, seq]);
  return kept;
}

async function read(reader: JournalReader, seq: number): Promise<KeptRecord | null> {
  const formed = await reader.record(seq);
  if (formed === null) return null;
  const row = journalRow(formed);
  return { row, ...(await keptChain(row, reader.certificate)) };
}
