import { DrillMark } from "../components/drill-mark.tsx";
import { HostileText } from "../components/hostile-text.tsx";
import { InspectLink } from "../components/inspect-link.tsx";
import { Section } from "../components/section.tsx";
import { Sentence } from "../components/sentence.tsx";
import { useFocus } from "../components/use-focus.ts";
import { t } from "../platform/translate.ts";
import type { OfferView } from "../views/page-view.ts";
import { Decision } from "./decision.tsx";
import { Reading } from "./reading.tsx";
import { useOffer } from "./use-offer.ts";

const ADDRESS_LENGTH = 300;

/** The page about a certificate that a site offers: who, what installing it can do, whose it is, and the way on. */
export function OfferedPage() {
  const offer = useOffer();
  if (offer === undefined) return <main aria-busy="true">{t("popup_loading")}</main>;
  if (offer === "unanswered") {
    return (
      <main>
        <p role="alert">{t("page_no_answer")}</p>
      </main>
    );
  }
  return <Offered offer={offer} />;
}

function Offered({ offer }: { readonly offer: OfferView | null }) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <main>
      {offer?.isDrill && <DrillMark />}
      <header class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {t(offer ? "offered_title" : "offered_out_of_date_title")}
        </h1>
        {offer === null && <p>{t("offered_nothing")}</p>}
        {offer && (
          <>
            <p>
              <Sentence message="offered_by" parts={[offer.host]} />
            </p>
            <p>{t(offer.isHeld ? "offered_held" : "offered_noticed")}</p>
            <p class="muted">
              {t("offered_address")}: <HostileText text={offer.url} limit={ADDRESS_LENGTH} />
            </p>
          </>
        )}
      </header>
      <Section title={t("offered_power_title")} level={2}>
        <div class="offer-part">
          <ul>
            <li>{t("offered_power_read")}</li>
            <li>{t("offered_power_lasts")}</li>
            <li>{t("offered_power_who")}</li>
          </ul>
        </div>
      </Section>
      {offer ? <Reading offer={offer} /> : <InspectLink />}
      {offer && <Decision offer={offer} />}
    </main>
  );
}
