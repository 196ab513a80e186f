import { useEffect, useId, useState } from "preact/hooks";
import { t } from "../platform/translate.ts";
import { type KeepingChanges, MOST_KEPT_DAYS, MOST_KEPT_MEGABYTES, type Settings } from "../settings/settings.ts";
import { readSettings } from "../settings/settings-store.ts";

interface Props {
  readonly onChange: (changes: KeepingChanges) => void;
}

/** How long and how much evidence is kept, and whether only somebody else can read it. */
export function KeepingLimits({ onChange }: Props) {
  const [settings, setSettings] = useState<Settings | null>(null);
  const id = useId();
  useEffect(() => void readSettings().then(setSettings), []);
  if (settings === null) return null;
  const change = (changes: KeepingChanges) => {
    setSettings({ ...settings, ...changes });
    onChange(changes);
  };
  const limits = [
    { name: "keptDays", label: t("journal_days"), most: MOST_KEPT_DAYS },
    { name: "keptMegabytes", label: t("journal_megabytes"), most: MOST_KEPT_MEGABYTES },
  ] as const;
  const { writeOnlyTo, recipients } = settings;
  const isUnnamed = writeOnlyTo !== null && !recipients.some(({ recipient }) => recipient === writeOnlyTo);
  return (
    <div class="card">
      {limits.map(({ name, label, most }) => (
        <p key={name} class="field">
          <label for={id + name}>{label}</label>
          <input
            id={id + name}
            name={name}
            type="number"
            min={1}
            max={most}
            value={settings[name]}
            onChange={(event) => {
              const { valueAsNumber, validity } = event.currentTarget;
              if (validity.valid && Number.isInteger(valueAsNumber)) change({ [name]: valueAsNumber });
            }}
          />
        </p>
      ))}
      <p class="muted">{t("journal_dropped")}</p>
      <p class="field">
        <label for={`${id}reader`}>{t("journal_write_only")}</label>
        <select
          id={`${id}reader`}
          class="write-only"
          value={writeOnlyTo ?? ""}
          onChange={({ currentTarget: { value } }) => change({ writeOnlyTo: value === "" ? null : value })}
        >
          <option value="">{t("journal_write_only_none")}</option>
          {recipients.map(({ name, recipient }) => (
            <option key={recipient} value={recipient}>
              {name}
            </option>
          ))}
          {isUnnamed && <option value={writeOnlyTo}>{writeOnlyTo}</option>}
        </select>
      </p>
      <p class="muted">{t("journal_write_only_explained")}</p>
    </div>
  );
}
