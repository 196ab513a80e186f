import authorityNames from "virtual:authority-names";
import { isReason } from "../../src/detection/assessment.ts";
import type { Fields } from "../../src/evidence/field.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { Sentence } from "../components/sentence.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";

/** The reasons that a record holds, in sentences; by its name alone one that only a newer Rootwatch has words for. */
export function KeptReasons({ findings }: { readonly findings: Fields["findings"] }) {
  if (findings.length === 0) return t("preview_nothing");
  return (
    <ul class="kept-reasons">
      {findings.map(({ reason, details, authority }, index) => (
        <li key={`${index} ${reason}`}>
          {isReason(reason) ? (
            <Sentence
              message={messageKey("reason", reason)}
              parts={authority === null ? details : [...details, authorityNames.get(authority)?.name ?? authority]}
            />
          ) : (
            <HostileText text={reason} />
          )}
        </li>
      ))}
    </ul>
  );
}
