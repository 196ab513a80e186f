import { useState } from "preact/hooks";
import { Section } from "../components/section.tsx";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/translate.ts";
import { useSettings } from "./use-settings.ts";

/** Whether roots and documented targets are remembered beyond the browser session, and the means to forget them. */
export function MemorySection() {
  const { settings, isAnswered, change } = useSettings();
  const [isForgotten, setForgotten] = useState(false);
  const forget = async () => {
    const message: Message = { type: "forget-memory" };
    setForgotten((await browser.runtime.sendMessage(message).catch(() => null)) === true);
  };
  return (
    <Section title={t("memory_title")} level={2}>
      <p>{t("memory_intro")}</p>
      {!isAnswered && <p role="status">{t("popup_no_answer")}</p>}
      {settings && (
        <label class="switch">
          <input
            type="checkbox"
            name="memory"
            checked={settings.memory}
            onChange={({ currentTarget }) =>
              change({ type: "set-switches", switches: { memory: currentTarget.checked } })
            }
          />
          {t("memory_switch")}
        </label>
      )}
      <p class="presses">
        <button type="button" class="quiet forget-memory" onClick={() => void forget()}>
          {t("memory_forget")}
        </button>
      </p>
      <p role="status">{isForgotten && t("memory_forgotten")}</p>
    </Section>
  );
}
