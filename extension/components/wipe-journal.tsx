import { useState } from "preact/hooks";
import { t } from "../platform/translate.ts";
import { wipeJournal } from "./ask-journal.ts";
import { Section } from "./section.tsx";

/** Deletes the journal on one press and one confirmation. */
export function WipeJournal({ onWiped }: { readonly onWiped: () => void }) {
  const [progress, setProgress] = useState<"not-pressed" | "asking" | "done" | "failed">("not-pressed");
  const wipe = async () => {
    setProgress((await wipeJournal()) ? "done" : "failed");
    onWiped();
  };
  return (
    <Section title={t("wipe_title")} level={3}>
      <p>{t("wipe_explained")}</p>
      <p class="muted">{t("wipe_stays")}</p>
      {progress === "asking" ? (
        <p class="presses">
          <button type="button" class="confirm-wipe" onClick={() => void wipe()}>
            {t("wipe_confirm")}
          </button>
          <button type="button" class="quiet" onClick={() => setProgress("not-pressed")}>
            {t("wipe_cancel")}
          </button>
        </p>
      ) : (
        <p class="presses">
          <button type="button" class="quiet wipe-journal" onClick={() => setProgress("asking")}>
            {t("wipe_button")}
          </button>
        </p>
      )}
      <p role="status" class="wiped">
        {progress === "done" && t("wipe_done")}
        {progress === "failed" && t("wipe_failed")}
      </p>
    </Section>
  );
}
