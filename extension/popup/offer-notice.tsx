import { Sentence } from "../components/sentence.tsx";
import { t } from "../platform/translate.ts";
import type { OfferView, PageView } from "../views/page-view.ts";

interface Props {
  readonly tabId: PageView["tabId"];
  readonly offer: OfferView;
  /** Whether that tab is in a private window. */
  readonly isPrivate: boolean;
}

/** Says that the page offered a certificate, and what comes of installing one. */
export function OfferNotice({ tabId, offer, isPrivate }: Props) {
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
