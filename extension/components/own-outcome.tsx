import { messageKey } from "../platform/message-key.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import type { OwnListAnswer } from "../views/own-list-view.ts";
import { HostileText } from "./hostile-text.tsx";
import { formatNumber } from "./local-format.ts";
import { Sentence } from "./sentence.tsx";

/** What a page has to say after a press: an answer of the background, or a message of its own. */
export type Outcome = OwnListAnswer | { readonly outcome: "said"; readonly message: MessageKey };

interface Props {
  readonly outcome: Outcome | null;
  /** Called on the second, deliberate press after a public root was explained. */
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Says what became of a change of the own list; before a public root is added, explains it and asks once more. */
export function OwnOutcome({ outcome, onConfirm, onCancel }: Props) {
  return (
    <div role="status" class="own-outcome" data-outcome={outcome?.outcome}>
      {outcome?.outcome === "said" && <p>{t(outcome.message)}</p>}
      {outcome?.outcome === "stored" && (
        <p>{t("own_stored", formatNumber(outcome.added), formatNumber(outcome.known))}</p>
      )}
      {outcome?.outcome === "refused" && (
        <>
          <p>{t(messageKey("own_error", outcome.fault))}</p>
          {outcome.at !== "list" && (
            <p class="muted">
              <Sentence message="own_error_place" parts={[outcome.at]} />
            </p>
          )}
        </>
      )}
      {outcome?.outcome === "public-roots" && (
        <>
          <p>{t("own_public_explained")}</p>
          <ul>
            {outcome.names.map((name, index) => (
              <li key={`${index} ${name}`}>
                <HostileText text={name} />
              </li>
            ))}
          </ul>
          <p class="presses">
            <button type="button" class="quiet confirm-public" onClick={onConfirm}>
              {t("own_public_button")}
            </button>
            <button type="button" class="quiet" onClick={onCancel}>
              {t("own_cancel")}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
