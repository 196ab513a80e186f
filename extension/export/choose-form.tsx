import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { LANGUAGES } from "../settings/look.ts";
import { FORMS } from "./choices.ts";
import { ChooseProtection, type ProtectionProps } from "./choose-protection.tsx";
import { ChooseSigning } from "./choose-signing.tsx";

/** What kind of file is made; of a bundle also in which language, how it is signed and who can open it. */
export function ChooseForm(props: ProtectionProps) {
  const { choices, onChange } = props;
  const { form, language } = choices;
  return (
    <Section title={t("export_form")} level={2}>
      <fieldset class="answers">
        <legend class="visually-hidden">{t("export_form")}</legend>
        {FORMS.map((each) => (
          <label key={each} class="answer-choice">
            <input
              type="radio"
              name="form"
              value={each}
              checked={form === each}
              onChange={() => onChange({ form: each })}
            />
            <span>
              <strong>{t(`form_${each}`)}</strong>
              <br />
              {t(each === "bundle" || each === "text" ? `form_${each}_tells` : "form_data_tells")}
            </span>
          </label>
        ))}
      </fieldset>
      {form === "bundle" && (
        <>
          <ChooseProtection {...props} />
          <ChooseSigning signing={choices.signing} onChange={(signing) => onChange({ signing })} />
        </>
      )}
      {(form === "bundle" || form === "text") && (
        <label class="field">
          <strong>{t("export_language")}</strong>
          <select
            name="language"
            value={language}
            onChange={(event) =>
              onChange({ language: LANGUAGES.find((each) => each === event.currentTarget.value) ?? language })
            }
          >
            {LANGUAGES.map((each) => (
              <option key={each} value={each} lang={each}>
                {t(`language_name_${each}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </Section>
  );
}
