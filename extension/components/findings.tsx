import type { Finding, Reason } from "../../src/detection/assessment.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { nameOfAuthority } from "./authority-name.ts";
import { type Part, Sentence } from "./sentence.tsx";

/** The reasons for a verdict in the order given, each with its strength in words. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li
          key={`${finding.reason} ${finding.authority} ${finding.details.join(" ")}`}
          class="finding"
          data-verdict={finding.verdict}
        >
          <p>
            <Sentence message={messageKey("reason", finding.reason)} parts={sentenceParts(finding)} />
          </p>
          <span class="strength" data-strength={finding.strength}>
            {t(messageKey("strength", finding.strength))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Which detail of a reason is a day. */
const DAYS: Partial<Record<Reason, number>> = { "root-first-seen": 0, "not-among-known-roots": 1, "root-changed": 0 };

function sentenceParts({ reason, details, authority }: Finding): readonly Part[] {
  const given = details.map((detail, index) => (DAYS[reason] === index ? { day: detail } : detail));
  return authority === null ? given : [...given, nameOfAuthority(authority)?.name ?? authority];
}
