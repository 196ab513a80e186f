import authorityNames from "virtual:authority-names";
import { DRILL_AUTHORITY, DRILL_AUTHORITY_NAME } from "../../src/drill/authority.ts";
import type { AuthorityName } from "../../src/watchlist/authority-names.ts";

/** What an authority that a finding names is called, that of drills included; undefined where nobody knows it any more. */
export function nameOfAuthority(id: string): AuthorityName | undefined {
  return id === DRILL_AUTHORITY ? DRILL_AUTHORITY_NAME : authorityNames.get(id);
}
