import { useEffect, useState } from "preact/hooks";
import { getPage, onPageChanged } from "../components/ask-page.ts";
import { browser } from "../platform/browser.ts";
import type { OfferView } from "../views/page-view.ts";

/** The tab whose offer this page is about: the one named in its address, else its own. */
export async function offeredTab(): Promise<number> {
  const named = new URLSearchParams(location.search).get("tabId");
  const id = named === null ? (await browser.tabs.getCurrent()).id : Number(named);
  if (id === undefined) throw new Error("The page is in no tab.");
  return id;
}

/** The offer that this page is about: undefined until the background has answered, null when it knows of none, "unanswered" when no answer came. */
export function useOffer(): OfferView | null | undefined | "unanswered" {
  const [offer, setOffer] = useState<OfferView | null | "unanswered">();
  useEffect(() => {
    let stopListening = () => {};
    const start = async () => {
      const tabId = await offeredTab();
      // An offer that is shown stays: the tab that it came in may move on or close.
      const load = async () => {
        const found = (await getPage(tabId)).offer;
        setOffer((known) => found ?? (typeof known === "object" ? known : null));
      };
      stopListening = onPageChanged(tabId, () => void load().catch(() => null));
      await load();
    };
    start().catch(() => setOffer((known) => known ?? "unanswered"));
    return () => stopListening();
  }, []);
  return offer;
}
