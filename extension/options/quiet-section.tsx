import { unquiet } from "../components/ask-alerts.ts";
import { t } from "../platform/translate.ts";
import { QuietEntries } from "./quiet-entries.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useAlerts } from "./use-alerts.ts";

/** The roots and hosts that the user does not want to be told of again, and the means to take that back. */
export function QuietSection() {
  const { view, change } = useAlerts();
  return (
    <SettingsSection name="quiet" shown={view}>
      {({ quiet }) => (
        <>
          <p>{t("quiet_list_intro")}</p>
          <QuietEntries entries={quiet} onRemove={(entry) => change(unquiet(entry))} />
        </>
      )}
    </SettingsSection>
  );
}
