import { useId, useState } from "preact/hooks";
import { isRecipient } from "../../src/evidence/age.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { Section } from "../components/section.tsx";
import { type MessageKey, t } from "../platform/translate.ts";
import { MOST_RECIPIENTS, type Recipient } from "../settings/settings.ts";
import { useSettings } from "./use-settings.ts";

/** The people to whom exports can be encrypted: their age recipients, under the names that the user gave them. */
export function RecipientsSection() {
  const { settings, change } = useSettings();
  if (!settings) return null;
  const { recipients } = settings;
  return (
    <Section title={t("recipients_title")} level={2}>
      <p>{t("recipients_intro")}</p>
      {recipients.length === 0 && <p class="muted">{t("recipients_none")}</p>}
      <ul class="recipients">
        {recipients.map((entry) => (
          <li key={entry.recipient} class="card">
            <p>
              <strong>
                <HostileText text={entry.name} />
              </strong>
              <br />
              <code>{entry.recipient}</code>
            </p>
            <p class="presses">
              <button
                type="button"
                class="quiet remove-recipient"
                onClick={() => change({ type: "keep-recipient", entry, isKept: false })}
              >
                {t("recipients_remove", entry.name)}
              </button>
            </p>
          </li>
        ))}
      </ul>
      <AddRecipient known={recipients} onAdd={(entry) => change({ type: "keep-recipient", entry, isKept: true })} />
    </Section>
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
