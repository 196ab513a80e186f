import { parseDisclosure } from "../../src/evidence/disclosure.ts";
import type { Fields } from "../../src/evidence/field.ts";
import { DATABASES, factoryOf } from "./databases.ts";
import type { LabBrowser } from "./harness/lab-browser.ts";

/** A record as the extension stores it. */
export interface Stored {
  readonly seq: number;
  readonly line: string;
  readonly hash: string;
  readonly disclosures: readonly string[];
}

const READ = `(async () => {
  const passing = Object.entries(await chrome.storage.session.get(null));
  const records = passing.filter(([key]) => key.startsWith("journal:record:")).map(([, record]) => record);
  // Chromium gives keys out in the order of their letters.
  records.sort((one, other) => one.seq - other.seq);
  const databases = await ${DATABASES};
  if (!databases.includes("journal")) return records;
  const factory = await ${factoryOf("journal")};
  const opened = await new Promise((resolve, reject) => {
    const request = factory.open("journal");
    // A bucket is there before the database in it, which is not to be made here.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (request.error.name === "AbortError" ? resolve(null) : reject(request.error));
  });
  if (opened === null) return records;
  const lasting = await new Promise((resolve) => {
    const request = opened.transaction("records").objectStore("records").getAll();
    request.onsuccess = () => resolve(request.result);
  });
  opened.close();
  return [...lasting, ...records];
})()`;

/** Every record, in the browser's memory and on the disk, as it is stored. */
export const storedRecords = (browser: LabBrowser) => browser.inExtension<Stored[]>(READ);

/** Everything that a record says of itself in lines of its own. */
export function fieldsOf({ disclosures }: Stored): Partial<Fields> {
  const lines = disclosures.map((line) => parseDisclosure(line, "here"));
  return Object.fromEntries(lines.map(({ name, value }) => [name, value]));
}

/** The hosts that records name, in their order. */
export function hostsIn(records: readonly Stored[]): readonly (string | null)[] {
  return records
    .flatMap(({ disclosures }) => disclosures.map((line) => parseDisclosure(line, "here")))
    .flatMap((each) => (each.name === "host" ? [each.value] : []));
}
