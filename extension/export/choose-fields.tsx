import { FIELDS_OF, type FieldName } from "../../src/evidence/field.ts";
import { hiddenBehind } from "../../src/evidence/redact.ts";
import { Section } from "../components/section.tsx";
import type { JournalRow } from "../journal-view/journal-row.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { type Choices, fieldsOf, PRESETS } from "./choices.ts";

const GROUPS = {
  when: ["month", "day", "hour", "time", "count", "last"],
  where: ["host", "site", "address"],
  network: ["country", "network"],
  certificates: ["leaf", "issuers", "offered"],
  who: ["authority", "key"],
  why: ["findings"],
} as const satisfies Record<string, readonly FieldName[]>;
const GROUP_NAMES = Object.keys(GROUPS) as (keyof typeof GROUPS)[];

interface Props {
  readonly choices: Choices;
  /** The chosen records. */
  readonly rows: readonly JournalRow[];
  readonly onChange: (changes: Pick<Choices, "preset" | "fields">) => void;
}

/** What is to be shown of the chosen records: three ready choices, and each field by itself. */
export function ChooseFields({ choices: { preset, fields }, rows, onChange }: Props) {
  const present = new Set(rows.flatMap(({ record }): readonly FieldName[] => FIELDS_OF[record.kind]));
  const leftOut = fieldsLeftOut(fields, rows);
  return (
    <Section title={t("export_what")} level={2}>
      <fieldset class="answers">
        <legend class="visually-hidden">{t("export_what")}</legend>
        {PRESETS.map((each) => (
          <label key={each} class="answer-choice">
            <input
              type="radio"
              name="preset"
              value={each}
              checked={preset === each}
              onChange={() => onChange({ preset: each, fields: each === "own" ? fields : fieldsOf(each) })}
            />
            <span>
              <strong>{t(messageKey("preset", each))}</strong>
              <br />
              {t(`preset_${each}_tells`)}
            </span>
          </label>
        ))}
      </fieldset>
      <details class="field-list" open={preset === "own"}>
        <summary>{t("disclose_fields")}</summary>
        {GROUP_NAMES.map((group) => {
          const names = GROUPS[group].filter((name) => present.has(name));
          if (names.length === 0) return null;
          return (
            <fieldset key={group} class="field-group">
              <legend>{t(messageKey("disclose_group", group))}</legend>
              {names.map((name) => (
                <Field
                  key={name}
                  name={name}
                  isChosen={fields.has(name)}
                  leftOut={leftOut.get(name)}
                  onPress={() => onChange({ preset: "own", fields: toggled(fields, name) })}
                />
              ))}
            </fieldset>
          );
        })}
      </details>
    </Section>
  );
}

interface FieldProps {
  readonly name: FieldName;
  readonly isChosen: boolean;
  /** The hidden fields on whose account it is left out all the same. */
  readonly leftOut: readonly FieldName[] | undefined;
  readonly onPress: () => void;
}

function Field({ name, isChosen, leftOut, onPress }: FieldProps) {
  return (
    <div class="field-choice">
      <label class="pick">
        <input type="checkbox" name={`field-${name}`} checked={isChosen} onChange={onPress} />
        <span>
          <strong>{t(messageKey("disclose", name))}</strong>
          <br />
          <span class="muted">{t(`disclose_${name}_tells`)}</span>
        </span>
      </label>
      {leftOut && (
        <p class="warning left-out">
          {t("disclose_left_out", leftOut.map((hidden) => t(messageKey("disclose", hidden))).join(", "))}
        </p>
      )}
    </div>
  );
}

function toggled(fields: ReadonlySet<FieldName>, name: FieldName): ReadonlySet<FieldName> {
  const changed = new Set(fields);
  if (!changed.delete(name)) changed.add(name);
  return changed;
}

/** Fields that are chosen and yet left out of some of the records, with the hidden ones that they would lead to. */
function fieldsLeftOut(
  chosen: ReadonlySet<FieldName>,
  rows: readonly JournalRow[],
): ReadonlyMap<FieldName, readonly FieldName[]> {
  const found = new Map<FieldName, Set<FieldName>>();
  for (const { record, fields } of rows) {
    const isPublic = "key" in record && record.key !== null;
    for (const name of chosen) {
      const hidden = name in fields ? hiddenBehind(name, chosen, fields, isPublic) : [];
      if (hidden.length > 0) found.set(name, new Set([...(found.get(name) ?? []), ...hidden]));
    }
  }
  return new Map([...found].map(([name, hidden]) => [name, [...hidden]]));
}
