import { Section } from "../components/section.tsx";
import { firefoxWebRequest } from "../platform/firefox-web-request.ts";
import { t } from "../platform/translate.ts";
import { Access } from "./access.tsx";
import { Permissions } from "./permissions.tsx";
import { PrivateWindows } from "./private-windows.tsx";

/** What Rootwatch needs of the browser and of the person, each with its reason; and what to do first. */
export function Needs() {
  return (
    <>
      <Access />
      <Section title={t("welcome_pin_title")} level={2}>
        <p>{t(firefoxWebRequest ? "welcome_pin_firefox" : "welcome_pin_chrome")}</p>
      </Section>
      <PrivateWindows />
      <Section title={t("welcome_notifications_title")} level={2}>
        <p>{t("welcome_notifications")}</p>
      </Section>
      <Permissions />
      <Section title={t("welcome_now_title")} level={2}>
        <ul class="welcome-now">
          <li>
            <a class="to-drill" href="../drill/index.html">
              {t("welcome_drill")}
            </a>
          </li>
          <li>
            <a class="to-check" href="../check/index.html">
              {t("check_title")}
            </a>
          </li>
          <li>
            <a class="to-settings" href="../options/index.html">
              {t("popup_settings")}
            </a>
          </li>
        </ul>
        <p>{t("welcome_last")}</p>
      </Section>
    </>
  );
}
