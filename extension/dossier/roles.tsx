import { ROLE_VERDICTS } from "../../src/detection/role-verdicts.ts";
import type { Role } from "../../src/watchlist/authority.ts";
import type { AuthorityDossier } from "../../src/watchlist/dossiers.ts";
import { Section } from "../components/section.tsx";
import { VerdictIcon } from "../components/verdict-icon.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { countRoles } from "./count-roles.ts";

/** Each role that the authority's keys have: what it means and what Rootwatch makes of it. */
export function Roles({ certificates }: Pick<AuthorityDossier, "certificates">) {
  return (
    <Section title={t("roles_title")} level={2}>
      {certificates.length === 0 ? (
        <p>{t("roles_none")}</p>
      ) : (
        <ul class="roles">
          {countRoles(certificates).map(({ role, count }) => (
            <RoleItem key={role} role={role} count={count} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function RoleItem({ role, count }: { readonly role: Role; readonly count: number }) {
  const verdict = ROLE_VERDICTS[role];
  return (
    <li class="role" data-verdict={verdict}>
      <VerdictIcon verdict={verdict} />
      <div>
        <p class="role-name">{t(messageKey("role", role))}</p>
        <p>{t(messageKey("role_meaning", role))}</p>
        <p class="muted">{t("role_count", String(count))}</p>
      </div>
    </li>
  );
}
