import type { Role } from "../watchlist/authority.ts";
import type { Verdict } from "./verdict.ts";

/** What a proven match to a key of each role comes to; for `misissued`, a match to that very certificate: its issuer is not wrong. */
export const ROLE_VERDICTS: Readonly<Record<Role, Verdict>> = {
  interception: "intercepted",
  "private-key-public": "intercepted",
  misissued: "intercepted",
  "state-operated": "listed",
  "distrusted-ca": "listed",
};
