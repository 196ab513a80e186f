import { useEffect, useState } from "preact/hooks";
import { Sentence } from "../components/sentence.tsx";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/translate.ts";
import type { OfferView, PageView } from "../views/page-view.ts";

interface Props {
  readonly tabId: PageView["tabId"];
  readonly offer: OfferView;
}

/** Says that the page offered a certificate, and what comes of installing one. */
export function OfferNotice({ tabId, offer }: Props) {
  const [isPrivate, setIsPrivate] = useState(false);
  useEffect(() => {
    // The popup itself does not know: in Chrome it runs outside of the private window that it is shown in.
    browser.tabs.get(tabId).then(
      ({ incognito }) => setIsPrivate(incognito),
      () => null,
    );
  }, [tabId]);
  return (
    <section class="card offer-notice">
      <h2>
        <Sentence message="popup_offered" parts={[offer.host]} />
      </h2>
      <p>{t("offered_power_read")}</p>
      <p>
        <a href={`../offered/index.html?tabId=${tabId}`} target="_blank" rel="noopener">
          {t("popup_offered_link")}
        </a>
      </p>
      {isPrivate && !offer.isHeld && <p class="muted">{t("popup_offered_private")}</p>}
    </section>
  );
}
