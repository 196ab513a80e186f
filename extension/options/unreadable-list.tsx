import { useState } from "preact/hooks";
import { discardUnreadableOwnList } from "../components/ask-own-list.ts";
import { type Outcome, OwnOutcome } from "../components/own-outcome.tsx";
import { Sentence } from "../components/sentence.tsx";
import { t } from "../platform/translate.ts";
import type { UnreadableOwnList } from "../views/own-list-view.ts";
import { SaveFile } from "./save-file.tsx";

/** Says that the stored list cannot be read, where and why; lets the user save it as it is and, with a second press, remove it. */
export function UnreadableList({ unreadable }: { readonly unreadable: UnreadableOwnList }) {
  const [asked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const discard = async () => {
    const answer = await discardUnreadableOwnList().catch(
      (): Outcome => ({ outcome: "said", message: "popup_no_answer" }),
    );
    setOutcome(answer);
  };
  return (
    <div class="card unreadable">
      <p class="warning">{t(unreadable.fault === "storage" ? "own_error_storage" : "own_unreadable")}</p>
      {unreadable.fault === "other-version" && <p>{t("own_unreadable_newer")}</p>}
      {unreadable.at !== "list" && (
        <p class="muted">
          <Sentence message="own_error_place" parts={[unreadable.at]} />
        </p>
      )}
      <OwnOutcome outcome={outcome} onConfirm={() => setAsked(false)} onCancel={() => setAsked(false)} />
      {unreadable.stored !== null && (
        <>
          <SaveFile text={unreadable.stored} />
          <p class="presses">
            <button type="button" class="quiet discard" onClick={() => (asked ? void discard() : setAsked(true))}>
              {t(asked ? "own_discard_sure" : "own_discard")}
            </button>
            {asked && (
              <button type="button" class="quiet" onClick={() => setAsked(false)}>
                {t("own_cancel")}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}
