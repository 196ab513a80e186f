import authorityNames from "virtual:authority-names";
import type { Reason } from "../../src/detection/assessment.ts";
import type { Fields } from "../../src/evidence/field.ts";
import { Sentence } from "../components/sentence.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";

/** The reasons that a record holds, in sentences. */
export function KeptReasons({ findings }: { readonly findings: Fields["findings"] }) {
  if (findings.length === 0) return t("preview_nothing");
  return (
    <ul class="kept-reasons">
      {findings.map(({ reason, details, authority }, index) => (
        <li key={`${index} ${reason}`}>
          <Sentence
            message={messageKey("reason", reason as Reason)}
            parts={authority === null ? details : [...details, authorityNames.get(authority)?.name ?? authority]}
          />
        </li>
      ))}
    </ul>
  );
}
