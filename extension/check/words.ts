import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";

/** What a check has to say of a host in one line. */
export function outcomeText({ assessment, unseen }: HostView): string {
  if (unseen === null) return t(messageKey("verdict", assessment.verdict));
  if (unseen === "did-not-open") return t("check_did_not_open");
  if (unseen === "browser-does-not-show") return t("check_opened");
  return t(messageKey("reason_unseen", unseen));
}
