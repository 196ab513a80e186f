import { useId } from "preact/hooks";
import { t } from "../platform/translate.ts";
import { LANGUAGES, type Look, THEMES } from "../settings/look.ts";
import { loadAgain } from "./saving.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useSettings } from "./use-settings.ts";

/** In which language and colours pages are shown. */
export function LookSection() {
  const { read, change } = useSettings();
  const id = useId();
  const choose = async (look: Look) => {
    if (await change({ type: "set-look", look })) loadAgain("look");
  };
  return (
    <SettingsSection name="look" shown={read}>
      {({ settings }) => (
        <>
          <p>{t("look_intro")}</p>
          <p class="field">
            <label for={`${id}language`}>{t("look_language")}</label>
            <select
              id={`${id}language`}
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
          </p>
          <p class="muted">{t("look_kazakh_unchecked")}</p>
          <p class="field">
            <label for={`${id}theme`}>{t("look_theme")}</label>
            <select
              id={`${id}theme`}
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
          </p>
        </>
      )}
    </SettingsSection>
  );
}
