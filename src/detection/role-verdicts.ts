import type { Role } from "../watchlist/authority.ts";
import type { Verdict } from "./verdict.ts";

/** What a proven match to a key of each role comes to; for `misissued`, a match to that very certificate. */
export const ROLE_VERDICTS: Readonly<Record<Role, Verdict>> = {
  // Its use on other people's traffic is documented, and only its holder can have signed this.
  interception: "intercepted",
  // Anybody can have signed this, the site's owner excepted.
  "private-key-public": "intercepted",
  // The site did not order this certificate; its issuer, and so the issuer's key, has innocent customers.
  misissued: "intercepted",
  // A state can use it, and nobody has shown that it does.
  "state-operated": "listed",
  // Programmes refuse it for what it did or might do, not for interception that was seen.
  "distrusted-ca": "listed",
};
