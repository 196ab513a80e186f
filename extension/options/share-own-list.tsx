import { useState } from "preact/hooks";
import type { OwnEntry } from "../../src/watchlist/own-entry.ts";
import { ownListOf, ownListText, parseOwnList } from "../../src/watchlist/own-list.ts";
import { OwnListError } from "../../src/watchlist/own-list-error.ts";
import { addOwnEntries } from "../components/ask-own-list.ts";
import { FileField } from "../components/file-field.tsx";
import { type Outcome, OwnOutcome } from "../components/own-outcome.tsx";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { SaveFile } from "./save-file.tsx";

/** The largest list that is read, in bytes: five hundred entries with the longest of everything are less. */
const LARGEST_LIST = 16 * 1024 * 1024;

/** Saves the own list as a file, and takes entries from such a file. */
export function ShareOwnList({ entries }: { readonly entries: readonly OwnEntry[] }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [waiting, setWaiting] = useState<readonly OwnEntry[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const add = async (given: readonly OwnEntry[], publicConfirmed: boolean) => {
    setWaiting(given);
    setOutcome(await addOwnEntries(given, publicConfirmed).catch(() => NO_ANSWER));
  };
  const readFile = async (given: File) => {
    if (given.size > LARGEST_LIST) return setOutcome({ outcome: "said", message: "own_error_too_large" });
    try {
      await add((await parseOwnList(await given.text())).entries, false);
    } catch (error) {
      if (!(error instanceof OwnListError)) throw error;
      setOutcome({ outcome: "refused", fault: error.fault, at: error.at });
    }
  };

  return (
    <Section title={t("own_share_title")} level={3}>
      <div class="card share">
        {entries.length > 0 && <SaveFile text={ownListText(ownListOf(entries))} />}
        <FileField
          name="own-import"
          label={t("own_import_label")}
          accept=".json,application/json"
          files={files}
          onChoose={(some) => {
            setFiles(some);
            if (some[0]) void readFile(some[0]);
          }}
        />
        <OwnOutcome outcome={outcome} onConfirm={() => void add(waiting, true)} onCancel={() => setOutcome(null)} />
      </div>
    </Section>
  );
}

const NO_ANSWER: Outcome = { outcome: "said", message: "popup_no_answer" };
