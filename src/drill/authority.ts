import type { AuthorityName } from "../watchlist/authority-names.ts";

/** Identifier of the authority to which drills say that the made-up root belongs; no fact file has it. */
export const DRILL_AUTHORITY = "rootwatch-drill";

/** What the authority of the made-up root is called. */
export const DRILL_AUTHORITY_NAME: AuthorityName = {
  name: { en: "Rootwatch drill", ru: "Учебная тревога Rootwatch" },
  operator: { en: "Nobody: it is made up", ru: "Никто: он вымышлен" },
  country: "ZZ",
};
