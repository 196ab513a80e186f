import { useId, useState } from "preact/hooks";
import { t } from "../platform/translate.ts";
import { offeredRecipients } from "../settings/offered-recipients.ts";
import { type KeepingChanges, MOST_KEPT_DAYS, MOST_KEPT_MEGABYTES } from "../settings/settings.ts";
import { Managed } from "./managed.tsx";
import { type ReadSettings, useSettings } from "./use-settings.ts";

interface Props {
  readonly onChange: (changes: KeepingChanges) => void;
}

/** How long and how much evidence is kept, and whether only somebody else can read it. */
export function KeepingLimits({ onChange }: Props) {
  const { read } = useSettings();
  if (read === null || read === "unread") return null;
  const { settings, policy } = read;
  const limits = [
    { name: "keptDays", label: t("journal_days"), least: policy.leastKeptDays, most: MOST_KEPT_DAYS },
    {
      name: "keptMegabytes",
      label: t("journal_megabytes"),
      least: policy.leastKeptMegabytes,
      most: MOST_KEPT_MEGABYTES,
    },
  ] as const;
  return (
    <div class="card">
      {limits.map((limit) => (
        <Limit
          key={limit.name}
          {...limit}
          value={settings[limit.name]}
          onChange={(value) => onChange({ [limit.name]: value })}
        />
      ))}
      <p class="muted">{t("journal_dropped")}</p>
      <ChooseReader read={read} onChange={onChange} />
      <p class="muted">{t("journal_write_only_explained")}</p>
    </div>
  );
}

interface LimitProps {
  readonly name: string;
  readonly label: string;
  /** What an administrator wants at least; null where none does. */
  readonly least: number | null;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Limit({ name, label, least, most, value, onChange }: LimitProps) {
  // What is being typed is not to be lost when something else on the page changes.
  const [typed, setTyped] = useState(String(value));
  const [isOdd, setOdd] = useState(false);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(String(value));
  }
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="number"
        min={least ?? 1}
        max={most}
        value={typed}
        aria-describedby={`${id}said`}
        aria-invalid={isOdd}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget: { valueAsNumber, validity } }) => {
          const fits = validity.valid && Number.isInteger(valueAsNumber);
          setOdd(!fits);
          if (fits && valueAsNumber !== value) onChange(valueAsNumber);
        }}
      />
      {least !== null && <Managed message="managed_least" substitution={String(least)} />}
      <p role="status" id={`${id}said`}>
        {/* Not in groups: a field for numbers takes digits alone. */}
        {isOdd && t("settings_number_odd", String(least ?? 1), String(most))}
      </p>
    </div>
  );
}

function ChooseReader({ read: { settings, own, policy }, onChange }: Props & { readonly read: ReadSettings }) {
  const id = useId();
  const { writeOnlyTo } = settings;
  const offered = offeredRecipients(own, policy);
  const isUnnamed = writeOnlyTo !== null && !offered.some(({ recipient }) => recipient === writeOnlyTo);
  return (
    <p class="field">
      <label for={id}>{t("journal_write_only")}</label>
      <select
        id={id}
        class="write-only"
        value={writeOnlyTo ?? ""}
        onChange={({ currentTarget: { value } }) => onChange({ writeOnlyTo: value === "" ? null : value })}
      >
        <option value="">{t("journal_write_only_none")}</option>
        {offered.map(({ name, recipient, isManaged }) => (
          <option key={recipient} value={recipient}>
            {isManaged ? t("recipients_managed", name) : name}
          </option>
        ))}
        {isUnnamed && <option value={writeOnlyTo}>{writeOnlyTo}</option>}
      </select>
    </p>
  );
}
