import { formatNumber } from "../components/local-format.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { Found } from "./days.ts";

/** What was found on a day, and how often, in words. */
export function foundText(found: Found): string {
  if (found.length === 0) return t("records_day_none");
  return found
    .map(([verdict, count]) => t("records_verdict_count", t(messageKey("verdict", verdict)), formatNumber(count)))
    .join(". ");
}
