import type { Finding } from "../../src/detection/assessment.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";

/** What the matched keys are known for, each role once. */
export function RolesNamed({ findings }: { readonly findings: readonly Finding[] }) {
  const roles = [...new Set(findings.map(({ role }) => role).filter((role) => role !== null))];
  return roles.map((role) => (
    <div key={role} class="card role-named">
      <p>
        <strong>{t(messageKey("role", role))}</strong>
      </p>
      <p>{t(messageKey("role_meaning", role))}</p>
    </div>
  ));
}
