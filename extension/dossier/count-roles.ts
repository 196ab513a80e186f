import { ROLE_VERDICTS } from "../../src/detection/role-verdicts.ts";
import { VERDICTS } from "../../src/detection/verdict.ts";
import type { ListedCertificate, Role } from "../../src/watchlist/authority.ts";

/** The roles that these keys and certificates have, with how many have each; first what leads to the worst verdict, then the most frequent. */
export function countRoles(certificates: readonly Pick<ListedCertificate, "role">[]): { role: Role; count: number }[] {
  const counts = new Map<Role, number>();
  for (const { role } of certificates) counts.set(role, (counts.get(role) ?? 0) + 1);
  const rank = (role: Role) => VERDICTS.indexOf(ROLE_VERDICTS[role]);
  return [...counts]
    .map(([role, count]) => ({ role, count }))
    .sort((a, b) => rank(a.role) - rank(b.role) || b.count - a.count);
}
