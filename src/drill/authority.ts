import type { AuthorityName } from "../watchlist/authority-names.ts";

/** What the authority of the made-up root is called. */
export const DRILL_AUTHORITY_NAME: AuthorityName = {
  name: { en: "Rootwatch drill", ru: "Учебная тревога Rootwatch" },
  operator: { en: "Nobody: it is made up", ru: "Никто: он вымышлен" },
  country: "ZZ",
};
