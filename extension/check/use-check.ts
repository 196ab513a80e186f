import { useEffect, useRef, useState } from "preact/hooks";
import { CHECK_PORT, type CheckNews, type Message } from "../messages.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { type Check, type Ending, newCheck, withEnding, withNews } from "./check-state.ts";

interface RunningCheck {
  /** The check under way or the last one of this page; null before the first. */
  readonly check: Check | null;
  readonly start: (targets: readonly string[]) => void;
  readonly cancel: () => void;
}

/** Has the network checked by the background, over a port that lives as long as the check. */
export function useCheck(inPrivate: boolean, onEnd: (check: Check) => void): RunningCheck {
  const [check, setCheck] = useState<Check | null>(null);
  const port = useRef<Runtime.Port | null>(null);

  const change = (to: (check: Check) => Check) => setCheck((current) => current && to(current));
  const end = (ending: Ending) => {
    port.current?.disconnect();
    port.current = null;
    change((current) => withEnding(current, ending));
  };
  const start = (targets: readonly string[]) => {
    port.current?.disconnect();
    setCheck(newCheck(targets));
    const opened = browser.runtime.connect({ name: CHECK_PORT });
    port.current = opened;
    opened.onMessage.addListener((news) => change((current) => withNews(current, news as CheckNews)));
    // Our own `disconnect` does not come back here, only that of the other side.
    opened.onDisconnect.addListener(() => {
      if (port.current === opened) end("background-gone");
    });
    const order: Message = { type: "check-network", targets: [...targets], inPrivate };
    opened.postMessage(order);
  };

  useEffect(() => {
    if (!check?.ending) return;
    port.current?.disconnect();
    port.current = null;
    onEnd(check);
  }, [check?.id, check?.ending]);

  return { check, start, cancel: () => end("cancelled") };
}
