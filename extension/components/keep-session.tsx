import { useState } from "preact/hooks";
import type { JournalState } from "../journal-store/journal-reader.ts";
import { t } from "../platform/translate.ts";
import { keepSession } from "./ask-journal.ts";

interface Props extends Pick<JournalState, "inSession"> {
  /** Called once the background has answered. */
  readonly onPressed: () => void;
}

/** Takes what is in the browser's memory to the disk, where there is any; and says whether that was done. */
export function KeepSession({ inSession, onPressed }: Props) {
  const [isKept, setKept] = useState<boolean | null>(null);
  const keep = async () => {
    setKept(await keepSession());
    onPressed();
  };
  return (
    <>
      {inSession > 0 && (
        <>
          <p>{t("journal_keep_explained")}</p>
          <p class="presses">
            <button type="button" class="quiet keep-session" onClick={() => void keep()}>
              {t("journal_keep_button")}
            </button>
          </p>
        </>
      )}
      <p role="status" class="session-kept">
        {isKept !== null && t(isKept ? "journal_kept_now" : "journal_failed")}
      </p>
    </>
  );
}
