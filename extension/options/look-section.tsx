import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { LANGUAGES, type Look, THEMES } from "../settings/look.ts";
import { useSettings } from "./use-settings.ts";

/** In which language and colours pages are shown. */
export function LookSection() {
  const { settings, isAnswered, change } = useSettings();
  const choose = async (look: Look) => {
    if (await change({ type: "set-look", look })) location.reload();
  };
  return (
    <Section title={t("look_title")} level={2}>
      <p>{t("look_intro")}</p>
      {!isAnswered && <p role="status">{t("popup_no_answer")}</p>}
      {settings && (
        <>
          <label class="field">
            {t("look_language")}
            <select
              name="language"
              value={settings.language ?? ""}
              onChange={({ currentTarget }) =>
                void choose({ language: LANGUAGES.find((each) => each === currentTarget.value) ?? null })
              }
            >
              <option value="">{t("look_as_browser")}</option>
              {LANGUAGES.map((each) => (
                <option key={each} value={each} lang={each}>
                  {t(`language_name_${each}`)}
                </option>
              ))}
            </select>
          </label>
          {t("language_tag") === "kk" && <p class="muted">{t("look_kazakh_unchecked")}</p>}
          <label class="field">
            {t("look_theme")}
            <select
              name="theme"
              value={settings.theme ?? ""}
              onChange={({ currentTarget }) =>
                void choose({ theme: THEMES.find((each) => each === currentTarget.value) ?? null })
              }
            >
              <option value="">{t("look_as_browser")}</option>
              {THEMES.map((each) => (
                <option key={each} value={each}>
                  {t(`look_theme_${each}`)}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </Section>
  );
}
