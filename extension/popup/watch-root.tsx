import { useState } from "preact/hooks";
import { LONGEST_NAME } from "../../src/watchlist/own-words.ts";
import { addOwnEntries } from "../components/ask-own-list.ts";
import { type Outcome, OwnOutcome } from "../components/own-outcome.tsx";
import { OwnWordsFields } from "../components/own-words-fields.tsx";
import { Sentence } from "../components/sentence.tsx";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/translate.ts";
import type { RootView } from "../views/page-view.ts";

interface Props {
  readonly root: RootView;
  /** Whether the root was on the own list when the page was judged. */
  readonly wasWatched: boolean;
  /** The name that the root has for the reader. */
  readonly rootName: string;
  /** Called when the own list has another entry. */
  readonly onChange: () => void;
}

/** Offers to add the root of a chain to the own list, and explains first what that does; for a public root, why it rarely helps. */
export function WatchRoot({ root, wasWatched, rootName, onChange }: Props) {
  const [words, setWords] = useState({ name: rootName.slice(0, LONGEST_NAME).trim(), why: "" });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const openList = (
    <button
      type="button"
      class="quiet open-own-list"
      onClick={() =>
        void browser.runtime.openOptionsPage().catch(() => setOutcome({ outcome: "said", message: "popup_no_answer" }))
      }
    >
      {t("own_open")}
    </button>
  );
  const changed = wasWatched !== (root.ownName !== null) && <p class="muted">{t("watch_changed")}</p>;
  if (root.ownName !== null) {
    return (
      <section class="watch-root">
        <p>
          <Sentence message="watch_already" parts={[root.ownName]} />
        </p>
        {changed}
        {openList}
      </section>
    );
  }

  const add = async (publicConfirmed: boolean) => {
    try {
      const { newOwnEntry } = await import("../components/new-own-entry.ts");
      const answer = await addOwnEntries([newOwnEntry(root.subject, words, true)], publicConfirmed);
      setOutcome(answer);
      if (answer.outcome === "stored") onChange();
    } catch {
      setOutcome({ outcome: "said", message: "popup_no_answer" });
    }
  };
  return (
    <section class="watch-root">
      {changed}
      <details>
        <summary>{t("watch_title")}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add(false);
          }}
        >
          <p>
            <Sentence message="watch_explained" parts={[rootName]} />
          </p>
          {root.isPublic && <p class="warning">{t("own_public_explained")}</p>}
          <OwnWordsFields words={words} onChange={setWords} />
          <p class="presses">
            <button type="submit" class="watch">
              {t("own_add_button")}
            </button>
            {openList}
          </p>
          <OwnOutcome outcome={outcome} onConfirm={() => void add(true)} onCancel={() => setOutcome(null)} />
        </form>
      </details>
    </section>
  );
}
