import { useEffect, useRef, useState } from "preact/hooks";
import type { PageView } from "../views/page-view.ts";
import { chosenTab, getPage, inspectPage, onPageChanged } from "./ask-background.ts";

/** How far a press on Inspect has come. */
export type InspectProgress = "not-pressed" | "working" | "done" | "failed";

interface Page {
  /** Null until the first answer. */
  readonly view: PageView | null;
  /** True when the background gave no answer to what was asked last. */
  readonly unanswered: boolean;
  readonly progress: InspectProgress;
  readonly inspect: () => void;
  /** Asks again. */
  readonly refresh: () => void;
  /** Asks again when something that was asked of the background is done, or says that it is not. */
  readonly refreshAfter: (doing: Promise<unknown>) => void;
}

/** The view of the chosen tab, kept up to date, and the means to have its host inspected. */
export function usePage(): Page {
  const [view, setView] = useState<PageView | null>(null);
  const [unanswered, setUnanswered] = useState(false);
  const [progress, setProgress] = useState<InspectProgress>("not-pressed");
  const asked = useRef(0);

  const load = async (tabId: number) => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await getPage(tabId);
    // Answers may overtake one another; only the one asked for last is shown.
    if (turn !== asked.current) return;
    setView(answer);
    setUnanswered(false);
  };

  useEffect(() => {
    let stopListening = () => {};
    const start = async () => {
      const tabId = await chosenTab();
      stopListening = onPageChanged(tabId, () => void load(tabId).catch(() => setUnanswered(true)));
      await load(tabId);
    };
    start().catch(() => setUnanswered(true));
    return () => stopListening();
  }, []);

  const inspect = async (tabId: number) => {
    setProgress("working");
    try {
      const answer = await inspectPage(tabId);
      asked.current += 1;
      setView(answer);
      setProgress(probeSawPage(answer) ? "done" : "failed");
    } catch {
      setProgress("failed");
    }
  };

  const refresh = () => void (view && load(view.tabId).catch(() => setUnanswered(true)));
  return {
    view,
    unanswered,
    progress,
    inspect: () => void (view && inspect(view.tabId)),
    refresh,
    refreshAfter: (doing) => void doing.then(refresh, () => setUnanswered(true)),
  };
}

function probeSawPage(view: PageView): boolean {
  return view.hosts.some((host) => host.isPage && host.connection === "probe" && host.basis !== "none");
}
