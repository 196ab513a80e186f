import { useEffect, useRef, useState } from "preact/hooks";
import { followTab, getPage, inspectPage, onPageChanged } from "../components/ask-page.ts";
import { onSessionRecords } from "../components/on-session-records.ts";
import type { PageView } from "../views/page-view.ts";

/** How far a press on Inspect has come. */
export type InspectProgress = "not-pressed" | "working" | "done" | "failed";

interface Page {
  /** Null until the first answer about the tab that is in front now. */
  readonly view: PageView | null;
  /** True when the background gave no answer to what was asked last. */
  readonly unanswered: boolean;
  /** Of the host that the page is from now. */
  readonly progress: InspectProgress;
  readonly inspect: () => void;
  /** Asks again. */
  readonly refresh: () => void;
  /** Asks again when something that was asked of the background is done, or says that it is not. */
  readonly refreshAfter: (doing: Promise<unknown>) => void;
}

const NOT_PRESSED = { host: "", progress: "not-pressed" } as const;

/** The view of the tab in front, kept up to date, and the means to have its host inspected. @param first what was known at first. */
export function usePage(first: PageView | null): Page {
  const [view, setView] = useState(first);
  const [unanswered, setUnanswered] = useState(false);
  const [pressed, setPressed] = useState<{ host: string; progress: InspectProgress }>(NOT_PRESSED);
  const asked = useRef(0);
  const shown = useRef<number | null>(null);

  const load = async (tabId: number) => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await getPage(tabId);
    // Answers may overtake one another; only the one asked for last is shown, and none about a tab that was left.
    if (turn !== asked.current) return;
    setView(answer);
    setUnanswered(false);
  };
  const reload = (tabId: number) => void load(tabId).catch(() => setUnanswered(true));

  useEffect(() => {
    let stopListening = () => {};
    const show = (tabId: number) => {
      if (tabId === shown.current) return;
      stopListening();
      shown.current = tabId;
      setView((known) => (known?.tabId === tabId ? known : null));
      setPressed(NOT_PRESSED);
      const stops = [onPageChanged(tabId, () => reload(tabId)), onSessionRecords(() => reload(tabId))];
      stopListening = () => {
        for (const stop of stops) stop();
      };
      // Also where something is known at first: it may have changed before anybody listened.
      reload(tabId);
    };
    const stopFollowing = followTab(show, () => setUnanswered(true));
    return () => {
      stopFollowing();
      stopListening();
    };
  }, []);

  const pageHost = view?.hosts.find((host) => host.isPage)?.host ?? "";
  const inspect = async (tabId: number) => {
    setPressed({ host: pageHost, progress: "working" });
    const answer = await inspectPage(tabId).catch(() => null);
    if (tabId !== shown.current) return;
    if (answer) {
      asked.current += 1;
      setView(answer);
    }
    setPressed({ host: pageHost, progress: answer && probeSawPage(answer) ? "done" : "failed" });
  };

  const refresh = () => view && reload(view.tabId);
  return {
    view,
    unanswered,
    progress: pressed.host === pageHost ? pressed.progress : "not-pressed",
    inspect: () => void (view && inspect(view.tabId)),
    refresh,
    refreshAfter: (doing) => void doing.then(refresh, () => setUnanswered(true)),
  };
}

function probeSawPage(view: PageView): boolean {
  return view.hosts.some((host) => host.isPage && host.connection === "probe" && host.basis !== "none");
}
