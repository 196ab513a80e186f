import { POSITION_KEY } from "../journal-store/session-keys.ts";
import { browser } from "../platform/browser.ts";

/** Calls `listener` whenever there are other records in the browser's memory, until the returned function is called: one may be written a moment after its verdict is shown. */
export function onSessionRecords(listener: () => void): () => void {
  const hear = (changes: object) => POSITION_KEY in changes && listener();
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}
