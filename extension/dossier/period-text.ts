import { formatDate } from "../components/local-format.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { type Dated, periodOf } from "./period.ts";

/** When something happened, in words. */
export function periodText(dated: Dated): string {
  const { kind, dates } = periodOf(dated);
  return t(messageKey("period", kind), ...dates.map(formatDate));
}
