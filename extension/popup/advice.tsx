import type { Verdict } from "../../src/detection/verdict.ts";
import { type MessageKey, t } from "../platform/translate.ts";

/** Only verdicts that leave the person something to do now. */
const ADVICE: Partial<Record<Verdict, MessageKey>> = {
  intercepted: "advice_intercepted",
  suspected: "advice_suspected",
  refused: "advice_refused",
  "added-root": "advice_added_root",
};

/** What to do now; nothing when there is nothing to do. */
export function Advice({ verdict }: { readonly verdict: Verdict }) {
  const message = ADVICE[verdict];
  if (!message) return null;
  return (
    <div class="advice">
      <h2>{t("advice_title")}</h2>
      <p>{t(message)}</p>
    </div>
  );
}
