import { HostileText } from "../components/hostile-text.tsx";
import { RecipientForm } from "../components/recipient-form.tsx";
import { t } from "../platform/translate.ts";
import { type OfferedRecipient, offeredRecipients } from "../settings/offered-recipients.ts";
import type { Recipient } from "../settings/settings.ts";
import { Managed } from "./managed.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useSettings } from "./use-settings.ts";

/** The people to whom exports can be encrypted: their age recipients, under the names that the user gave them. */
export function RecipientsSection() {
  const { read, change } = useSettings();
  return (
    <SettingsSection name="recipients" shown={read}>
      {({ own, policy }) => (
        <>
          <p>{t("recipients_intro")}</p>
          <Recipients
            offered={offeredRecipients(own, policy)}
            onRemove={(entry) => change({ type: "keep-recipient", entry, isKept: false })}
          />
          <RecipientForm
            known={own.recipients}
            onAdd={(entry) => change({ type: "keep-recipient", entry, isKept: true })}
          />
        </>
      )}
    </SettingsSection>
  );
}

interface RecipientsProps {
  readonly offered: readonly OfferedRecipient[];
  readonly onRemove: (entry: Recipient) => void;
}

function Recipients({ offered, onRemove }: RecipientsProps) {
  if (offered.length === 0) return <p class="muted">{t("recipients_none")}</p>;
  return (
    <ul class="recipients">
      {offered.map(({ isManaged, name, recipient }) => (
        <li key={recipient} class="card">
          <p>
            <strong>
              <HostileText text={name} />
            </strong>
            <br />
            <code>{recipient}</code>
          </p>
          {isManaged ? (
            <Managed message="managed_entry" />
          ) : (
            <p class="presses">
              <button type="button" class="quiet remove-recipient" onClick={() => onRemove({ name, recipient })}>
                {t("recipients_remove", name)}
              </button>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
