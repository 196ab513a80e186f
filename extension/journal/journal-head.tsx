import { formatNumber } from "../components/local-format.ts";
import type { JournalState } from "../journal-store/journal-reader.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";

/** What the page is, how much there is, and what is set about keeping more. */
export function JournalHead({ state }: { readonly state: JournalState }) {
  const { onDisk, inSession, keeping, isWriteOnly } = state;
  return (
    <header class="page-head">
      <h1 tabIndex={-1}>{t("records_title")}</h1>
      <p>{t("records_intro")}</p>
      <p>
        {t(messageKey("records_keeping", isWriteOnly ? "write-only" : keeping))}{" "}
        <a class="change-keeping" href="../options/index.html">
          {t("records_change")}
        </a>
      </p>
      <p class="muted journal-amount">{t("journal_amount", formatNumber(onDisk), formatNumber(inSession))}</p>
    </header>
  );
}
