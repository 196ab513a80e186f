import { InspectLink } from "../components/inspect-link.tsx";
import { Sentence } from "../components/sentence.tsx";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";

/** The presses on the browser's own error page that print the refused chain, which no extension is shown; null for other hosts. */
export function RevealChain({ host }: { readonly host: HostView }) {
  const code = host.errorCode;
  if (code === null || !host.isPage || host.connection !== "page") return null;
  // The codes are the browsers' own, so that each tells which error page it stands on.
  const isChrome = code.startsWith("ERR_");
  return (
    <section class="reveal">
      <details>
        <summary>{t("reveal_title")}</summary>
        <ol class="steps">
          {!isChrome && <li>{t("reveal_firefox_advanced")}</li>}
          <li>
            <Sentence message={isChrome ? "reveal_chrome_press" : "reveal_firefox_press"} parts={[code]} />
          </li>
          <li>{t(isChrome ? "reveal_chrome_copy" : "reveal_firefox_copy")}</li>
          <li>
            {t("reveal_paste")}
            <InspectLink />
          </li>
        </ol>
      </details>
    </section>
  );
}
