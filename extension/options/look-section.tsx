import { t } from "../platform/translate.ts";
import { LANGUAGES, type Look, THEMES } from "../settings/look.ts";
import { LookChoice } from "./look-choice.tsx";
import { loadAgain } from "./saving.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useSettings } from "./use-settings.ts";

/** In which language and colours pages are shown. */
export function LookSection() {
  const { read, change } = useSettings();
  const choose = async (look: Look) => {
    if (await change({ type: "set-look", look })) loadAgain("look");
  };
  return (
    <SettingsSection name="look" shown={read}>
      {({ settings }) => (
        <>
          <p>{t("look_intro")}</p>
          <LookChoice
            name="language"
            label="look_language"
            values={LANGUAGES}
            nameOf={(each) => t(`language_name_${each}`)}
            languageOf={(each) => each}
            chosen={settings.language}
            onChoose={(language) => void choose({ language })}
          />
          <p class="muted">{t("look_kazakh_unchecked")}</p>
          <LookChoice
            name="theme"
            label="look_theme"
            values={THEMES}
            nameOf={(each) => t(`look_theme_${each}`)}
            chosen={settings.theme}
            onChoose={(theme) => void choose({ theme })}
          />
        </>
      )}
    </SettingsSection>
  );
}
