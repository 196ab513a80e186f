import type { DBSchema, IDBPDatabase } from "idb";
import { deleteOwnDatabase, hasOwnDatabase, openOwnDatabase } from "../platform/own-database.ts";

/** The journal on the disk. Everything read from it is parsed, for a profile may be damaged. */
interface JournalSchema extends DBSchema {
  /** `StoredRecord` or `SealedRecord`, by number. */
  records: { key: number; value: unknown; indexes: { certificates: string } };
  /** DER by SHA-256 in hex, each once. */
  certificates: { key: string; value: Uint8Array };
  /** `TallyRow` by its id. */
  tally: { key: string; value: unknown };
  /** `Position` under the one key `position`. */
  state: { key: string; value: unknown };
}
export type JournalDatabase = IDBPDatabase<JournalSchema>;

const NAME = "journal";

/** Opens the journal on the disk, and makes an empty one where there is none. Rejects when the browser cannot open it. */
export function openJournalDatabase(): Promise<JournalDatabase> {
  return openOwnDatabase<JournalSchema>(NAME, (made) => {
    made
      .createObjectStore("records", { keyPath: "seq" })
      .createIndex("certificates", "certificates", { multiEntry: true });
    made.createObjectStore("certificates");
    made.createObjectStore("tally", { keyPath: "id" });
    made.createObjectStore("state");
  });
}

/** Whether there is a journal on the disk, without making one. */
export const hasJournalDatabase = () => hasOwnDatabase(NAME);

/** Deletes the journal on the disk. Rejects when the browser cannot. */
export const deleteJournalDatabase = () => deleteOwnDatabase(NAME);
