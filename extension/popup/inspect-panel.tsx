import { useEffect, useRef } from "preact/hooks";
import { Sentence } from "../components/sentence.tsx";
import { takeInspectWish } from "../platform/inspect-wish.ts";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";
import type { InspectProgress } from "./use-page.ts";

interface Props {
  /** The page's own host, the one that is asked. */
  readonly host: HostView;
  readonly progress: InspectProgress;
  readonly onInspect: () => void;
}

/** Offers Inspect: what it does and who can notice it first, then the button. */
export function InspectPanel({ host, progress, onInspect }: Props) {
  const working = progress === "working";
  const panel = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const offer = (isWished: boolean) => {
      if (!isWished || !panel.current) return;
      panel.current.open = true;
      button.current?.focus();
    };
    // Without the session's store nobody has wished for anything.
    takeInspectWish().then(offer, Boolean);
  }, []);
  useEffect(() => {
    if (progress !== "done" || !panel.current) return;
    panel.current.open = false;
    // The button is folded away: the focus must not fall out of the page with it.
    summary.current?.focus();
  }, [progress]);
  return (
    <section class="inspect">
      <details ref={panel} open={host.assessment.verdict === "not-inspected"}>
        <summary ref={summary}>
          <Sentence message="inspect_title" parts={[host.host]} />
        </summary>
        <ul>
          <li>
            <Sentence message="inspect_connection" parts={[host.host]} />
          </li>
          <li>
            {t("inspect_bar")}
            <q class="browser-bar">{t("inspect_bar_text")}</q>
            {t("inspect_bar_reason")}
          </li>
        </ul>
        <button ref={button} type="button" aria-disabled={working} onClick={() => !working && onInspect()}>
          {t("inspect_button")}
        </button>
      </details>
      <p role="status" class="inspect-status" data-progress={progress}>
        {working && <Sentence message="inspect_working" parts={[host.host]} />}
        {progress === "failed" && t("inspect_failed")}
        {progress === "done" && t("inspect_done")}
      </p>
    </section>
  );
}
