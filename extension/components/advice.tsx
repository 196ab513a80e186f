import type { Verdict } from "../../src/detection/verdict.ts";
import { messageKey } from "../platform/message-key.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";

/** What a verdict means and what to do, where the circumstances ask for other words than the verdict alone. */
interface Words {
  readonly headline: MessageKey;
  readonly meaning: MessageKey | null;
  readonly advice: MessageKey | null;
}

const ADVICE: Partial<Record<Verdict, MessageKey>> = {
  intercepted: "advice_intercepted",
  suspected: "advice_suspected",
  refused: "advice_refused",
  listed: "advice_listed",
};

/** What the words depend on. */
type Subject = Pick<HostView, "unseen" | "connection" | "assessment">;

/** The words for a verdict on a host; `host` is undefined for a page without a connection. */
export function wordsFor(verdict: Verdict, host: Subject | undefined): Words {
  const headline = messageKey("verdict", verdict);
  if (!host) return { headline, meaning: null, advice: null };
  if (host.unseen === "not-encrypted") return { headline, meaning: null, advice: "advice_not_encrypted" };
  if (verdict === "refused" && host.connection === "probe") {
    return { headline, meaning: "meaning_probe_refused", advice: "advice_probe_refused" };
  }
  if (verdict === "added-root") return addedRootWords(headline, host);
  const decisive = host.assessment.findings.filter((finding) => finding.verdict === verdict);
  if (verdict === "listed" && decisive.every(({ rule }) => rule === "own-entry")) {
    return { headline, meaning: "meaning_own_entry", advice: "advice_own_entry" };
  }
  return { headline, meaning: messageKey("meaning", verdict), advice: ADVICE[verdict] ?? null };
}

function addedRootWords(headline: MessageKey, { assessment }: Subject): Words {
  const reasons = assessment.findings.map(({ reason }) => reason);
  if (reasons.includes("exception-accepted")) {
    return { headline, meaning: "meaning_exception_accepted", advice: "advice_exception_accepted" };
  }
  if (reasons.includes("not-among-known-roots")) {
    return {
      headline: "headline_root_not_known",
      meaning: "meaning_root_not_known",
      advice: "advice_root_not_known",
    };
  }
  return { headline, meaning: "meaning_added_root", advice: "advice_added_root" };
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
