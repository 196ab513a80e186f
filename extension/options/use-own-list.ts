import { useEffect, useState } from "preact/hooks";
import { getOwnList, onOwnListChanged } from "../components/ask-own-list.ts";
import type { OwnListView } from "../views/own-list-view.ts";

/** The own list as it is stored, kept up to date whichever page changes it; null until the first answer, "unanswered" when none came. */
export function useOwnList(): OwnListView | null | "unanswered" {
  const [view, setView] = useState<OwnListView | null | "unanswered">(null);
  useEffect(() => {
    const load = () => getOwnList().then(setView, () => setView("unanswered"));
    void load();
    return onOwnListChanged(() => void load());
  }, []);
  return view;
}
