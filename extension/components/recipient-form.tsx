import { useId, useState } from "preact/hooks";
import { isRecipient } from "../../src/evidence/age.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import { MOST_RECIPIENTS, type Recipient } from "../settings/settings.ts";

interface Props {
  /** Those who need not be added again. */
  readonly known: readonly Recipient[];
  readonly onAdd: (entry: Recipient) => void;
}

/** Takes the name and the age key of somebody to whom exports can be encrypted. */
export function RecipientForm({ known, onAdd }: Props) {
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
