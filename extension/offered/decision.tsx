import { useState } from "preact/hooks";
import { letOfferThrough } from "../components/ask-page.ts";
import { Section } from "../components/section.tsx";
import { browser } from "../platform/browser.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import type { OfferView } from "../views/page-view.ts";
import { offeredTab } from "./use-offer.ts";

/** The way on: letting the certificate through once, where it was held back, or leaving. */
export function Decision({ offer }: { readonly offer: OfferView }) {
  const [said, say] = useState<MessageKey | null>(null);
  const goOn = async () => {
    await letOfferThrough(await offeredTab());
    say("offered_continued");
    if (offer.reading === "after-form") history.back();
  };
  const hasWayBack = offer.isHeld && history.length > 1;
  return (
    <Section title={t("offered_next_title")} level={2}>
      <div class="offer-part">
        {offer.isHeld && (
          <p>{t(offer.reading === "again" ? "offered_continue_explained" : "offered_continue_form_explained")}</p>
        )}
        <p class="presses">
          <button
            type="button"
            class="leave"
            onClick={() => (hasWayBack ? history.back() : void closeThisTab().catch(() => say("popup_no_answer")))}
          >
            {t(hasWayBack ? "offered_back" : "offered_close")}
          </button>
          {offer.isHeld && (
            <button
              type="button"
              class="quiet continue"
              onClick={() => void goOn().catch(() => say("popup_no_answer"))}
            >
              {t("offered_continue")}
            </button>
          )}
        </p>
        <p role="status">{said && t(said)}</p>
      </div>
    </Section>
  );
}

async function closeThisTab(): Promise<void> {
  const { id } = await browser.tabs.getCurrent();
  if (id !== undefined) await browser.tabs.remove(id);
}
