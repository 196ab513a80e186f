import { useEffect, useState } from "preact/hooks";
import { getOwnList, onOwnListChanged } from "../components/ask-own-list.ts";
import type { OwnListView } from "../views/own-list-view.ts";

/** The own list as it is stored, kept up to date whichever page changes it; null until the first answer, "unread" when none came. */
export function useOwnList(): OwnListView | null | "unread" {
  const [view, setView] = useState<OwnListView | null | "unread">(null);
  useEffect(() => {
    const load = () => getOwnList().then(setView, () => setView("unread"));
    void load();
    return onOwnListChanged(() => void load());
  }, []);
  return view;
}
