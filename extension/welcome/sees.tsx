import compiledWatchlist from "virtual:watchlist";
import { NotLookedAt } from "../components/not-looked-at.tsx";
import { SavedChainSteps } from "../components/saved-chain-steps.tsx";
import { Section } from "../components/section.tsx";
import { firefoxWebRequest } from "../platform/firefox-web-request.ts";
import { hasDebugger } from "../platform/own-worker.ts";
import { t } from "../platform/translate.ts";

/** What has Chrome show certificates to extensions, which it does not by itself; a word of its own, the same in every language. */
const SECURITY_INFO_OPTION = "--enable-features=WebRequestSecurityInfo";

/** What Rootwatch sees in this browser, and what it cannot see in any. */
export function Sees() {
  return (
    <>
      <p>{t("welcome_purpose")}</p>
      <p>{t("welcome_alone")}</p>
      {firefoxWebRequest ? <p>{t("welcome_firefox_sees")}</p> : <InChrome />}
      <p>{t("welcome_list")}</p>
      <NotLookedAt open listDate={compiledWatchlist.date} />
    </>
  );
}

function InChrome() {
  return (
    <>
      <p>{t("welcome_chrome_sees")}</p>
      {hasDebugger ? (
        <Section title={t("welcome_inspect_title")} level={2}>
          <p>{t("welcome_inspect")}</p>
          <p>
            {t("inspect_bar")}
            <q class="browser-bar">{t("inspect_bar_text")}</q>
            {t("inspect_bar_reason")}
          </p>
        </Section>
      ) : (
        <Section title={t("saved_chain_title")} level={2}>
          <SavedChainSteps />
        </Section>
      )}
      <details>
        <summary>{t("welcome_option_title")}</summary>
        <p>{t("welcome_option")}</p>
        <p>
          <code>{SECURITY_INFO_OPTION}</code>
        </p>
        <p class="muted">{t("welcome_option_limits")}</p>
      </details>
    </>
  );
}
