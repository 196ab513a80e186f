import type { Trouble } from "../journal-store/stored.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { formatNumber } from "./local-format.ts";

/** What went wrong with the journal, in a sentence. */
export function JournalTrouble({ trouble }: { readonly trouble: Trouble }) {
  return (
    <p role="alert" class="journal-trouble" data-trouble={trouble.what}>
      {t(messageKey("trouble", trouble.what), formatNumber(trouble.missed))}
    </p>
  );
}
