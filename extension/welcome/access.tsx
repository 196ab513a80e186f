import { useEffect, useState } from "preact/hooks";
import { Section } from "../components/section.tsx";
import { browser } from "../platform/browser.ts";
import { EVERY_SITE } from "../platform/site-access.ts";
import { t } from "../platform/translate.ts";

/** Whether Rootwatch may look at every site, and a button that asks for it where it may not. */
export function Access() {
  const [hasAccess, setAccess] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => void browser.permissions.contains(EVERY_SITE).then(setAccess, () => null);
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  return (
    <Section title={t("welcome_access_title")} level={2}>
      <p>{t("permission_every_site")}</p>
      <p role="status" class="access" data-granted={hasAccess}>
        {hasAccess !== null && t(hasAccess ? "welcome_access_given" : "welcome_access_missing")}
      </p>
      {hasAccess === false && (
        <p class="presses">
          <button
            type="button"
            class="give-access"
            onClick={() => void browser.permissions.request(EVERY_SITE).then(setAccess, () => null)}
          >
            {t("welcome_access_button")}
          </button>
        </p>
      )}
    </Section>
  );
}
