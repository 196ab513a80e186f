import { useEffect, useState } from "preact/hooks";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { VerdictIcon } from "../components/verdict-icon.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { OFFERED, type Shown, showDrill } from "./show-drill.ts";
import { State } from "./state.tsx";

const KINDS: readonly Shown[] = [...VERDICTS, OFFERED];

/** What a kind is called where it is shown. */
const nameOf = (kind: Shown) => t(kind === OFFERED ? "offered_title" : messageKey("verdict", kind));

/** The page on which each kind of warning can be seen before it is needed. */
export function DrillPage() {
  const [shown, setShown] = useState<Shown | "failed" | null>(null);
  useEffect(() => {
    // Whoever comes back to this page comes back to a tab that tells nothing made up any more.
    const forget = () => setShown(null);
    addEventListener("pagehide", forget);
    return () => removeEventListener("pagehide", forget);
  }, []);
  const show = (kind: Shown) => showDrill(kind).then(setShown, () => setShown("failed"));
  return (
    <main>
      <header class="drill-head">
        <h1>{t("drill_title")}</h1>
        <p>{t("drill_intro")}</p>
        <p>{t("drill_traces")}</p>
      </header>
      <State shown={shown} nameOf={nameOf} />
      <ul class="drills">
        {KINDS.map((kind) => (
          <li key={kind} class="card drill" data-verdict={kind === OFFERED ? "listed" : kind}>
            {kind !== OFFERED && <VerdictIcon verdict={kind} />}
            <div class="drill-words">
              <h2 id={`name-${kind}`}>{nameOf(kind)}</h2>
              <p id={`words-${kind}`}>{t(messageKey("drill_kind", kind))}</p>
              <button
                type="button"
                class={`quiet show-${kind}`}
                id={`show-${kind}`}
                aria-labelledby={`show-${kind} name-${kind}`}
                aria-describedby={`words-${kind}`}
                onClick={() => void show(kind)}
              >
                {t("drill_show")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </main>
  );
}
