import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { DrillMark } from "../components/drill-mark.tsx";
import { browser } from "../platform/browser.ts";
import { t } from "../platform/translate.ts";
import type { Shown } from "./show-drill.ts";

interface Props {
  /** What was shown last; null before anything was. */
  readonly shown: Shown | "failed" | null;
  readonly nameOf: (kind: Shown) => string;
}

/** What this tab tells now, where to look, and the way to end it. */
export function State({ shown, nameOf }: Props) {
  const [tabId, setTabId] = useState<number | null>(null);
  useEffect(
    () =>
      void browser.tabs.getCurrent().then(
        ({ id }) => setTabId(id ?? null),
        () => null,
      ),
    [],
  );
  const section = useRef<HTMLElement>(null);
  // The button that was pressed may stand far below.
  useLayoutEffect(() => void (shown !== null && section.current?.scrollIntoView()), [shown]);
  const isOn = shown !== null && shown !== "failed";
  return (
    <section ref={section} class="drill-state">
      <div role="status">
        {shown === "failed" && <p>{t("popup_no_answer")}</p>}
        {isOn && (
          <>
            <DrillMark />
            <p class="drill-now">{t("drill_now", nameOf(shown))}</p>
            <p>{t("drill_look")}</p>
          </>
        )}
      </div>
      {isOn && (
        <p class="presses">
          {tabId !== null && (
            <a class="drill-window" href={`../popup/index.html?tabId=${tabId}`} target="_blank" rel="noopener">
              {t("drill_window")}
            </a>
          )}
          <button type="button" class="quiet drill-end" onClick={() => location.reload()}>
            {t("drill_end")}
          </button>
        </p>
      )}
    </section>
  );
}
