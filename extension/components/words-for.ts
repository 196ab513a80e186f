import type { Verdict } from "../../src/detection/verdict.ts";
import { messageKey } from "../platform/message-key.ts";
import type { MessageKey } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";

/** What a verdict means and what to do, where the circumstances ask for other words than the verdict alone. */
interface Words {
  readonly headline: MessageKey;
  readonly meaning: MessageKey | null;
  /** What to do, in this order; empty where there is nothing to do. */
  readonly steps: readonly MessageKey[];
}

const CALM: Partial<Record<Verdict, MessageKey>> = { refused: "advice_refused", listed: "advice_listed" };

/** What the words depend on. */
type Subject = Pick<HostView, "unseen" | "connection" | "outcome" | "assessment">;

/** The words for a verdict on a host; `host` is undefined for a page without a connection. */
export function wordsFor(verdict: Verdict, host: Subject | undefined): Words {
  const headline = messageKey("verdict", verdict);
  if (!host) return { headline, meaning: null, steps: [] };
  if (host.unseen === "not-encrypted") return { headline, meaning: null, steps: ["advice_not_encrypted"] };
  if (verdict === "refused" && host.connection === "probe") {
    return { headline, meaning: "meaning_probe_refused", steps: ["advice_probe_refused"] };
  }
  if (verdict === "added-root") return addedRootWords(headline, host);
  const decisive = host.assessment.findings.filter((finding) => finding.verdict === verdict);
  if (verdict === "listed" && decisive.every(({ rule }) => rule === "own-entry")) {
    return { headline, meaning: "meaning_own_entry", steps: ["advice_own_entry"] };
  }
  return { headline, meaning: messageKey("meaning", verdict), steps: stepsFor(verdict, host) };
}

function addedRootWords(headline: MessageKey, { assessment }: Subject): Words {
  const reasons = assessment.findings.map(({ reason }) => reason);
  if (reasons.includes("exception-accepted")) {
    return { headline, meaning: "meaning_exception_accepted", steps: ["advice_exception_accepted"] };
  }
  if (reasons.includes("not-among-known-roots")) {
    return { headline: "headline_root_not_known", meaning: "meaning_root_not_known", steps: ["advice_root_not_known"] };
  }
  return { headline, meaning: "meaning_added_root", steps: ["advice_added_root"] };
}

function stepsFor(verdict: Verdict, host: Subject): readonly MessageKey[] {
  if (verdict !== "intercepted" && verdict !== "suspected") return [CALM[verdict] ?? []].flat();
  const first: readonly MessageKey[] =
    host.outcome === "stopped" ? ["step_not_past"] : ["step_close", ...AFTER_SENDING];
  return [...first, ...afterwards(host)];
}

/** What there is to do where something was sent. */
const AFTER_SENDING: readonly MessageKey[] = ["step_passwords"];

/** What there is to do about an alarm once the page is left, whether or not anything was sent. */
function afterwards({ outcome, assessment: { root } }: Pick<Subject, "outcome" | "assessment">): MessageKey[] {
  // A public root is not to be removed, and where the browser stopped the connection none need be there.
  const isRemovable = root?.kind === "added" || (root?.kind === "not-seen" && outcome !== "stopped");
  return ["step_keep", ...(isRemovable ? (["step_remove", "step_work"] as const) : []), "step_mobile", "step_help"];
}

/** What to do on the page in the place of an intercepted one. @param seen null when nothing was sent and nothing is known. */
export function warningSteps(stopped: boolean, seen: Pick<Subject, "outcome" | "assessment"> | null): MessageKey[] {
  if (seen === null) return ["warning_advice_stopped", "step_mobile", "step_help"];
  return [...(stopped ? (["warning_advice_stopped"] as const) : AFTER_SENDING), ...afterwards(seen)];
}
