import { useEffect, useState } from "preact/hooks";
import { Section } from "../components/section.tsx";
import { browser } from "../platform/browser.ts";
import { firefoxWebRequest } from "../platform/firefox-web-request.ts";
import { t } from "../platform/translate.ts";

/** Whether Rootwatch works in private windows, and how to choose that: only the browser's own settings can. */
export function PrivateWindows() {
  const [isAllowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => void browser.extension.isAllowedIncognitoAccess().then(setAllowed, () => null);
    look();
    // Whoever comes back from the browser's settings may have changed it there.
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  return (
    <Section title={t("welcome_private_title")} level={2}>
      <p>{t(firefoxWebRequest ? "welcome_private" : "welcome_private_chrome")}</p>
      <p role="status" class="private-windows" data-allowed={isAllowed}>
        {isAllowed !== null && t(isAllowed ? "welcome_private_on" : "welcome_private_off")}
      </p>
      <p class="muted">{t(firefoxWebRequest ? "welcome_private_how_firefox" : "welcome_private_how_chrome")}</p>
    </Section>
  );
}
