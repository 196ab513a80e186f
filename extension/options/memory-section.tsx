import { useState } from "preact/hooks";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import { SettingsSection } from "./settings-section.tsx";
import { Switch } from "./switch.tsx";
import { useSettings } from "./use-settings.ts";

/** Whether roots and documented targets are remembered beyond the browser session, and the means to forget them. */
export function MemorySection() {
  const { read, change } = useSettings();
  const [said, setSaid] = useState<MessageKey | null>(null);
  const forget = async () => {
    setSaid(null);
    const message: Message = { type: "forget-memory" };
    const isForgotten = (await browser.runtime.sendMessage(message).catch(() => null)) === true;
    setSaid(isForgotten ? "memory_forgotten" : "memory_not_forgotten");
  };
  return (
    <SettingsSection name="memory" shown={read}>
      {({ settings: { memory } }) => (
        <>
          <p>{t("memory_intro")}</p>
          <Switch
            name="memory"
            message="memory_switch"
            isOn={memory}
            onSwitch={(memory) => change({ type: "set-switches", switches: { memory } })}
          />
          <p class="presses">
            <button type="button" class="quiet forget-memory" onClick={() => void forget()}>
              {t("memory_forget")}
            </button>
          </p>
          <p role="status">{said && t(said)}</p>
        </>
      )}
    </SettingsSection>
  );
}
