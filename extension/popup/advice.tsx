import type { Verdict } from "../../src/detection/verdict.ts";
import type { HostView } from "../messages.ts";
import { messageKey } from "../platform/message-key.ts";
import { type MessageKey, t } from "../platform/translate.ts";

/** What a verdict means and what to do, where the circumstances ask for other words than the verdict alone. */
interface Words {
  readonly meaning: MessageKey | null;
  readonly advice: MessageKey | null;
}

const ADVICE: Partial<Record<Verdict, MessageKey>> = {
  intercepted: "advice_intercepted",
  suspected: "advice_suspected",
  refused: "advice_refused",
  listed: "advice_listed",
  "added-root": "advice_added_root",
};

/** The words for a verdict on a host; `host` is undefined for a page without a connection. */
export function wordsFor(verdict: Verdict, host: HostView | undefined): Words {
  if (!host) return { meaning: null, advice: null };
  if (host.unseen === "not-encrypted") return { meaning: null, advice: "advice_not_encrypted" };
  const exception = host.assessment.findings.some(({ reason }) => reason === "exception-accepted");
  if (verdict === "added-root" && exception) {
    return { meaning: "meaning_exception_accepted", advice: "advice_exception_accepted" };
  }
  if (verdict === "refused" && host.connection === "probe") {
    return { meaning: "meaning_probe_refused", advice: "advice_probe_refused" };
  }
  const decisive = host.assessment.findings.filter((finding) => finding.verdict === verdict);
  if (verdict === "listed" && decisive.every(({ rule }) => rule === "own-entry")) {
    return { meaning: "meaning_own_entry", advice: "advice_own_entry" };
  }
  return { meaning: messageKey("meaning", verdict), advice: ADVICE[verdict] ?? null };
}

/** What to do now. */
export function Advice({ advice }: { readonly advice: MessageKey }) {
  return (
    <div class="advice">
      <h2>{t("advice_title")}</h2>
      <p>{t(advice)}</p>
    </div>
  );
}
