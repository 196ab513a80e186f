import type { Verdict } from "../../src/detection/verdict.ts";
import { VerdictIcon } from "../components/verdict-icon.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";

/** What was found, as a sign and in words. */
export function RecordVerdict({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span data-verdict={verdict} class="row-verdict">
      <VerdictIcon verdict={verdict} />
      {t(messageKey("verdict", verdict))}
    </span>
  );
}
