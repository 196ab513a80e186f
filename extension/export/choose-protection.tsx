import { useId, useState } from "preact/hooks";
import { HostileText } from "../components/hostile-text.tsx";
import { RecipientForm } from "../components/recipient-form.tsx";
import { t } from "../platform/translate.ts";
import type { OfferedRecipient } from "../settings/offered-recipients.ts";
import type { Recipient } from "../settings/settings.ts";
import { type Choices, PROTECTIONS, strengthOf } from "./choices.ts";

export interface ProtectionProps {
  readonly choices: Choices;
  readonly recipients: readonly OfferedRecipient[];
  /** Has somebody kept among the recipients. @returns whether that could be done. */
  readonly onAdd: (entry: Recipient) => Promise<boolean>;
  readonly onChange: (changes: Partial<Choices>) => void;
}

/** Who is to be able to open the file. */
export function ChooseProtection({ choices, recipients, onAdd, onChange }: ProtectionProps) {
  const { protection } = choices;
  return (
    <fieldset class="answers protection">
      <legend>{t("protect_title")}</legend>
      {PROTECTIONS.map((each) => (
        <div key={each} class="answer-choice">
          <label class="pick">
            <input
              type="radio"
              name="protection"
              value={each}
              checked={protection === each}
              onChange={() => onChange({ protection: each })}
            />
            <span>
              <strong>{t(`protect_${each}`)}</strong>
              <br />
              {t(`protect_${each}_tells`)}
            </span>
          </label>
          {protection === each && each === "recipients" && (
            <ChooseRecipients chosen={choices.recipients} recipients={recipients} onAdd={onAdd} onChange={onChange} />
          )}
          {protection === each && each === "passphrase" && <Passphrase choices={choices} onChange={onChange} />}
        </div>
      ))}
    </fieldset>
  );
}

interface RecipientsProps extends Pick<ProtectionProps, "recipients" | "onAdd"> {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (changes: Pick<Choices, "recipients">) => void;
}

function ChooseRecipients({ chosen, recipients, onAdd, onChange }: RecipientsProps) {
  // It stays open after the first is added: the focus must not fall out of the page with it.
  const [isOpen] = useState(recipients.length === 0);
  const [isKept, setKept] = useState<boolean | null>(null);
  const add = async (entry: Recipient) => {
    const isDone = await onAdd(entry);
    setKept(isDone);
    // Whoever is added here is added for this file.
    if (isDone) onChange({ recipients: new Set([...chosen, entry.recipient]) });
  };
  const toggle = (recipient: string) => {
    const changed = new Set(chosen);
    if (!changed.delete(recipient)) changed.add(recipient);
    onChange({ recipients: changed });
  };
  return (
    <div class="inner">
      {recipients.map(({ name, recipient, isManaged }) => (
        <label key={recipient} class="pick">
          <input
            type="checkbox"
            class="recipient-box"
            value={recipient}
            checked={chosen.has(recipient)}
            onChange={() => toggle(recipient)}
          />
          <span>
            <HostileText text={name} /> <code>{recipient}</code>
            {isManaged && <em class="managed">{t("managed_entry")}</em>}
          </span>
        </label>
      ))}
      <details open={isOpen}>
        <summary>{t("protect_add")}</summary>
        <p class="muted">{t("recipients_intro")}</p>
        <RecipientForm known={recipients.filter(({ isManaged }) => !isManaged)} onAdd={(entry) => void add(entry)} />
      </details>
      <p role="status">{isKept !== null && t(isKept ? "settings_saved" : "settings_not_saved")}</p>
    </div>
  );
}

interface PassphraseProps {
  readonly choices: Choices;
  readonly onChange: (changes: Partial<Choices>) => void;
}

function Passphrase({ choices: { passphrase, again }, onChange }: PassphraseProps) {
  const id = useId();
  return (
    <div class="inner">
      <p class="field">
        <label for={`${id}first`}>{t("protect_passphrase_first")}</label>
        <input
          id={`${id}first`}
          type="password"
          name="passphrase"
          autoComplete="off"
          value={passphrase}
          onInput={(event) => onChange({ passphrase: event.currentTarget.value })}
        />
      </p>
      <p class="field">
        <label for={`${id}again`}>{t("protect_passphrase_again")}</label>
        <input
          id={`${id}again`}
          type="password"
          name="passphrase-again"
          autoComplete="off"
          value={again}
          onInput={(event) => onChange({ again: event.currentTarget.value })}
        />
      </p>
      <p role="status">{passphrase !== "" && t(`protect_strength_${strengthOf(passphrase)}`)}</p>
      {again !== "" && again !== passphrase && <p>{t("protect_unlike")}</p>}
    </div>
  );
}
