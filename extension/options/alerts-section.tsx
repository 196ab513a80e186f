import { letThrough, setAlertLevel } from "../components/ask-alerts.ts";
import { RadioChoice } from "../components/radio-choice.tsx";
import { Section } from "../components/section.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { ALERT_LEVELS } from "../settings/settings.ts";
import { isTooQuiet } from "../settings/under-policy.ts";
import { Managed } from "./managed.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { StoppedHosts } from "./stopped-hosts.tsx";
import { useAlerts } from "./use-alerts.ts";
import { usePolicy } from "./use-policy.ts";

/** How Rootwatch warns: the level, and the hosts that are stopped. */
export function AlertsSection() {
  const { view, change } = useAlerts();
  const policy = usePolicy();
  return (
    <SettingsSection name="warnings" shown={view}>
      {({ level, stopped }) => (
        <>
          <p>{t("alerts_intro")}</p>
          <RadioChoice
            name="alert-level"
            class="alert-levels"
            legend="alerts_level"
            choices={ALERT_LEVELS.map((each) => [each, messageKey("alerts", each)] as const)}
            chosen={level}
            isDisabled={(each) => policy !== null && isTooQuiet(each, policy)}
            onChoose={(each) => change(setAlertLevel(each))}
          />
          {policy?.leastAlertLevel && <Managed message="managed_level" />}
          {level === "block" && (
            <Section title={t("stopped_title")} level={3}>
              <StoppedHosts stopped={stopped} onLetThrough={(host) => change(letThrough(host))} />
            </Section>
          )}
        </>
      )}
    </SettingsSection>
  );
}
