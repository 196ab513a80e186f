import { useEffect, useState } from "preact/hooks";
import { getAlerts } from "../components/ask-alerts.ts";
import type { AlertsView } from "../views/alerts-view.ts";
import { onSettingsChanged } from "./on-settings-changed.ts";
import { useSaving } from "./saving.tsx";

interface UsedAlerts {
  /** Null until it is known, "unread" when the background does not answer. */
  readonly view: AlertsView | null | "unread";
  /** Has the page say what becomes of a change, and shows what is then. */
  readonly change: (answer: Promise<AlertsView>) => void;
}

/** What is set about alerts, kept up to date whoever changes it. */
export function useAlerts(): UsedAlerts {
  const [view, setView] = useState<AlertsView | null | "unread">(null);
  const tell = useSaving();
  const load = () => getAlerts().then(setView, () => setView("unread"));
  useEffect(() => {
    void load();
    return onSettingsChanged(() => void load());
  }, []);
  const isDone = (answer: Promise<AlertsView>) =>
    answer.then(setView).then(
      () => true,
      () => load().then(() => false),
    );
  return { view, change: (answer) => void tell(isDone(answer)) };
}
