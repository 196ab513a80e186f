import { useEffect, useState } from "preact/hooks";
import { chooseKeeping } from "../components/ask-journal.ts";
import { KeepingChoice } from "../components/keeping-choice.tsx";
import { t } from "../platform/translate.ts";
import type { Keeping } from "../settings/settings.ts";
import { readSettings } from "../settings/settings-in-force.ts";

/** What is to be kept of what is found. What is chosen counts at once. */
export function Keeps() {
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  const [isMade, setMade] = useState<boolean | null>(null);
  const read = () =>
    readSettings().then(
      (settings) => setKeeping(settings.keeping),
      () => setMade(false),
    );
  useEffect(() => void read(), []);
  const choose = async (chosen: Keeping) => {
    setMade(null);
    setMade(await chooseKeeping({ keeping: chosen }));
    await read();
  };
  return (
    <>
      <p>{t("journal_intro")}</p>
      <KeepingChoice keeping={keeping} onChoose={(chosen) => void choose(chosen)} />
      <p role="status">
        {isMade === true && t("welcome_kept")}
        {isMade === false && t("journal_failed")}
      </p>
      <p class="muted">{t("welcome_later")}</p>
    </>
  );
}
