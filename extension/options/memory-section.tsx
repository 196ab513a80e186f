import { useEffect, useState } from "preact/hooks";
import { Section } from "../components/section.tsx";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/translate.ts";
import { changeSettings, readSettings } from "../settings-store.ts";

/** Whether roots and documented targets are remembered beyond the browser session, and the means to forget them. */
export function MemorySection() {
  const [isOn, setOn] = useState<boolean | null>(null);
  const [isForgotten, setForgotten] = useState(false);
  useEffect(() => void readSettings().then(({ memory }) => setOn(memory)), []);
  if (isOn === null) return null;
  const forget = async () => {
    const message: Message = { type: "forget-memory" };
    setForgotten((await browser.runtime.sendMessage(message)) === true);
  };
  return (
    <Section title={t("memory_title")} level={2}>
      <p>{t("memory_intro")}</p>
      <label class="switch">
        <input
          type="checkbox"
          name="memory"
          checked={isOn}
          onChange={() => {
            setOn(!isOn);
            void changeSettings({ memory: !isOn });
          }}
        />
        {t("memory_switch")}
      </label>
      <p class="presses">
        <button type="button" class="quiet forget-memory" onClick={() => void forget()}>
          {t("memory_forget")}
        </button>
      </p>
      <p role="status">{isForgotten && t("memory_forgotten")}</p>
    </Section>
  );
}
