import { useEffect, useState } from "preact/hooks";
import { getAlerts, letThrough, setAlertLevel, unquiet } from "../components/ask-alerts.ts";
import { Section } from "../components/section.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { ALERT_LEVELS } from "../settings/settings.ts";
import type { AlertsView } from "../views/alerts-view.ts";
import { QuietEntries } from "./quiet-entries.tsx";
import { StoppedHosts } from "./stopped-hosts.tsx";

/** How Rootwatch warns: the level, the hosts that are stopped, and what the user has quieted. */
export function AlertsSection() {
  const [view, setView] = useState<AlertsView | null>(null);
  const [unanswered, setUnanswered] = useState(false);
  const show = (answer: Promise<AlertsView>) => {
    answer.then(setView).then(
      () => setUnanswered(false),
      () => setUnanswered(true),
    );
  };
  useEffect(() => show(getAlerts()), []);
  return (
    <Section title={t("alerts_title")} level={2}>
      {unanswered && <p role="status">{t("popup_no_answer")}</p>}
      {view && (
        <>
          <fieldset class="answers alert-levels">
            <legend>{t("alerts_level")}</legend>
            {ALERT_LEVELS.map((level) => (
              <label key={level} class="answer-choice">
                <input
                  type="radio"
                  name="alert-level"
                  value={level}
                  checked={view.level === level}
                  onChange={() => show(setAlertLevel(level))}
                />
                <span>{t(messageKey("alerts", level))}</span>
              </label>
            ))}
          </fieldset>
          {view.level === "block" && (
            <Section title={t("stopped_title")} level={3}>
              <StoppedHosts stopped={view.stopped} onLetThrough={(host) => show(letThrough(host))} />
            </Section>
          )}
          <Section title={t("quiet_list_title")} level={3}>
            <QuietEntries entries={view.quiet} onRemove={(entry) => show(unquiet(entry))} />
          </Section>
        </>
      )}
    </Section>
  );
}
