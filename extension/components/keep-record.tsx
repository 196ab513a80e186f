import { useEffect, useState } from "preact/hooks";
import type { JournalState } from "../journal-store/journal-reader.ts";
import { POSITION_KEY } from "../journal-store/session-keys.ts";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/translate.ts";
import { KeepSession } from "./keep-session.tsx";

/**
 * Takes the record to the disk on a press, or says that it is there already, or why there is none.
 * @param tabId where it was seen; null for the page's own tab.
 */
export function KeepRecord({ tabId }: { readonly tabId: number | null }) {
  const [state, setState] = useState<JournalState | null>(null);
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => {
    const read = () => void readState().then(setState, () => null);
    const readAgain = (changes: object) => POSITION_KEY in changes && read();
    read();
    const tab = tabId === null ? browser.tabs.getCurrent() : browser.tabs.get(tabId);
    tab.then(({ incognito }) => setPrivate(incognito), Boolean);
    // The record may be written a moment after the verdict is shown.
    browser.storage.onChanged.addListener(readAgain);
    return () => browser.storage.onChanged.removeListener(readAgain);
  }, [tabId]);
  if (isPrivate) return <p class="muted">{t("step_keep_private")}</p>;
  if (state?.keeping === "warn-only") return <p class="muted">{t("step_keep_none")}</p>;
  if (state?.keeping === "evidence") return <p class="muted">{t("step_keep_done")}</p>;
  return state && <KeepSession inSession={state.inSession} onPressed={() => null} />;
}

/** Loaded once the answer is on the screen: the popup must not wait for a database. */
async function readState(): Promise<JournalState> {
  const { openJournal } = await import("../journal-store/journal-reader.ts");
  const reader = await openJournal();
  return reader.state().finally(() => reader.close());
}
