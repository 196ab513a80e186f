import { useState } from "preact/hooks";
import { t } from "../platform/translate.ts";
import { keepSession } from "./ask-journal.ts";

interface Props {
  /** How many records are in the browser's memory. */
  readonly inSession: number;
  /** Whether the button has its place before there is a record, so that nothing moves when one is written. */
  readonly isAwaited?: boolean;
  /** Called once the background has answered. */
  readonly onPressed: () => void;
}

/** Takes what is in the browser's memory to the disk, where there is any; and says whether that was done. */
export function KeepSession({ inSession, isAwaited = false, onPressed }: Props) {
  const [isKept, setKept] = useState<boolean | null>(null);
  const keep = async () => {
    setKept(await keepSession());
    onPressed();
  };
  return (
    <>
      {(inSession > 0 || isAwaited) && (
        <>
          <p>{t("journal_keep_explained")}</p>
          <p class="presses">
            <button
              type="button"
              class="quiet keep-session"
              aria-disabled={inSession === 0}
              onClick={() => inSession > 0 && void keep()}
            >
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
