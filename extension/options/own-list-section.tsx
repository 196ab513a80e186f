import { useState } from "preact/hooks";
import type { OwnEntry } from "../../src/watchlist/own-entry.ts";
import { addOwnEntries, removeOwnEntry } from "../components/ask-own-list.ts";
import { type Outcome, OwnOutcome } from "../components/own-outcome.tsx";
import { Section } from "../components/section.tsx";
import { Sentence } from "../components/sentence.tsx";
import { t } from "../platform/translate.ts";
import { AddForm } from "./add-form.tsx";
import { ManagedEntries, OwnEntries } from "./own-entries.tsx";
import { useSaving } from "./saving.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { ShareOwnList } from "./share-own-list.tsx";
import { UnreadableList } from "./unreadable-list.tsx";
import { useOwnList } from "./use-own-list.ts";

/** The certificates and keys that the user chose to watch: what they are, adding, removing, export and import. */
export function OwnListSection() {
  const view = useOwnList();
  const tell = useSaving();
  const [removed, setRemoved] = useState<OwnEntry | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const change = async (make: () => Promise<Outcome>, nowRemoved: OwnEntry | null) => {
    const answer = await make().catch((): Outcome => ({ outcome: "said", message: "popup_no_answer" }));
    const stored = answer.outcome === "stored";
    setOutcome(stored ? null : answer);
    if (stored) setRemoved(nowRemoved);
    return stored;
  };
  return (
    <SettingsSection name="list" shown={view}>
      {(view) => (
        <>
          <p>{t("own_intro")}</p>
          <p class="muted">{t("own_kept")}</p>
          {view.managed.length > 0 && (
            <Section title={t("own_managed_title")} level={3}>
              <p>{t("own_managed_explained")}</p>
              <ManagedEntries entries={view.managed} />
            </Section>
          )}
          {view.unreadable ? (
            <UnreadableList unreadable={view.unreadable} />
          ) : (
            <>
              <Section title={t("own_entries_title")} level={3}>
                {view.entries.length === 0 && <p class="muted">{t("own_empty")}</p>}
                <OwnEntries
                  entries={view.entries}
                  onRemove={(entry) => void change(() => removeOwnEntry(entry), entry)}
                />
                <p role="status" class="removed">
                  {removed && (
                    <>
                      <Sentence message="own_removed" parts={[removed.name]} />{" "}
                      <button
                        type="button"
                        class="quiet undo"
                        onClick={() => void tell(change(() => addOwnEntries([removed], true), null))}
                      >
                        {t("own_undo")}
                      </button>
                    </>
                  )}
                </p>
                <OwnOutcome outcome={outcome} onConfirm={() => setOutcome(null)} onCancel={() => setOutcome(null)} />
              </Section>
              <AddForm />
              <ShareOwnList entries={view.entries} />
            </>
          )}
        </>
      )}
    </SettingsSection>
  );
}
