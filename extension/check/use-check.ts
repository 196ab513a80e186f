import { useRef, useState } from "preact/hooks";
import { type Check, type Ending, withEnding, withNews } from "../check-store/check-state.ts";
import { CHECK_PORT, type CheckNews, type Message } from "../messages.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { FollowedCheck } from "./followed-check.ts";

interface RunningCheck {
  /** The check under way or the last one of this page; null before the first. */
  readonly check: Check | null;
  readonly start: (targets: readonly string[]) => void;
  readonly cancel: () => void;
}

/**
 * Has the network checked by the background, over a port that lives as long as the check.
 * @param onEnd of the page's first rendering is the one that is called.
 */
export function useCheck(inPrivate: boolean, onEnd: (check: Check) => void): RunningCheck {
  const [check, setCheck] = useState<Check | null>(null);
  const port = useRef<Runtime.Port | null>(null);
  const disconnect = () => {
    port.current?.disconnect();
    port.current = null;
  };
  const [followed] = useState(
    () =>
      new FollowedCheck(setCheck, (ended) => {
        disconnect();
        onEnd(ended);
      }),
  );

  const end = (ending: Ending) => followed.change((current) => withEnding(current, ending));
  const start = (targets: readonly string[]) => {
    disconnect();
    followed.begin(targets);
    const opened = browser.runtime.connect({ name: CHECK_PORT });
    port.current = opened;
    opened.onMessage.addListener((news) => {
      // What a check that was given up for this one still says is not about it.
      if (port.current === opened) followed.change((current) => withNews(current, news as CheckNews));
    });
    // Our own `disconnect` does not come back here, only that of the other side.
    opened.onDisconnect.addListener(() => {
      if (port.current === opened) end("background-gone");
    });
    const order: Message = { type: "check-network", targets: [...targets], inPrivate };
    opened.postMessage(order);
  };

  return { check, start, cancel: () => end("cancelled") };
}
