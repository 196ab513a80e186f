import { useId, useState } from "preact/hooks";
import { isRecipient } from "../../src/evidence/age.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { type MessageKey, t } from "../platform/translate.ts";
import { type OfferedRecipient, offeredRecipients } from "../settings/offered-recipients.ts";
import { MOST_RECIPIENTS, type Recipient } from "../settings/settings.ts";
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
          <AddRecipient
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

interface AddProps {
  readonly known: readonly Recipient[];
  readonly onAdd: (entry: Recipient) => void;
}

function AddRecipient({ known, onAdd }: AddProps) {
  const [name, setName] = useState("");
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<MessageKey | null>(null);
  const id = useId();
  const add = () => {
    const entry = { name: name.trim(), recipient: typed.trim() };
    const found = faultOf(entry, known);
    setFault(found);
    if (found !== null) return;
    onAdd(entry);
    setName("");
    setTyped("");
  };
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <p class="field">
        <label for={`${id}name`}>{t("recipients_name")}</label>
        <input
          id={`${id}name`}
          class="recipient-name"
          maxLength={80}
          autoComplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </p>
      <p class="field">
        <label for={`${id}key`}>{t("recipients_key")}</label>
        <input
          id={`${id}key`}
          class="recipient-key"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </p>
      <p class="presses">
        <button type="submit" class="quiet add-recipient">
          {t("recipients_add")}
        </button>
      </p>
      <p role="status">{fault && t(fault)}</p>
    </form>
  );
}

function faultOf({ name, recipient }: Recipient, known: readonly Recipient[]): MessageKey | null {
  if (/^age-secret-key-/i.test(recipient)) return "recipients_secret";
  if (!isRecipient(recipient)) return "recipients_odd";
  if (name === "") return "recipients_no_name";
  if (known.some((each) => each.recipient === recipient)) return "recipients_known";
  return known.length < MOST_RECIPIENTS ? null : "recipients_full";
}
