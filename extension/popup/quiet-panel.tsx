import { quieten, unquiet } from "../components/ask-alerts.ts";
import { QuietText } from "../components/quiet-text.tsx";
import { t } from "../platform/translate.ts";
import { type Quiet, quietChoices, quietId } from "../settings/quiet.ts";
import type { HostView } from "../views/page-view.ts";

interface Props {
  readonly tabId: number;
  readonly host: HostView;
  /** Called with what resolves when something was quieted or speaks again. */
  readonly onChange: (change: Promise<unknown>) => void;
}

/** Offers to be silent about what was found on a host, or says that the user chose so and takes it back. */
export function QuietPanel({ tabId, host, onChange }: Props) {
  const { quietedBy } = host;
  if (quietedBy) {
    return (
      <section class="quieted card">
        <p>
          {t("quiet_active")} <QuietText entry={quietedBy} />
        </p>
        <p>
          <button type="button" class="quiet unquiet" onClick={() => onChange(unquiet(quietedBy))}>
            {t("quiet_undo")}
          </button>
        </p>
      </section>
    );
  }
  const choices = quietChoices(host);
  if (choices.length === 0) return null;
  return (
    <section class="quieting">
      <details>
        <summary>{t("quiet_title")}</summary>
        <p class="muted">{t("quiet_explained")}</p>
        {choices.map((entry) => (
          <Choice key={quietId(entry)} entry={entry} onPress={() => onChange(quieten(tabId, entry))} />
        ))}
      </details>
    </section>
  );
}

function Choice({ entry, onPress }: { readonly entry: Quiet; readonly onPress: () => void }) {
  return (
    <p>
      <button type="button" class={`quiet quiet-${entry.binds}`} onClick={onPress}>
        <QuietText entry={entry} />
      </button>
    </p>
  );
}
