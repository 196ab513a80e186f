import * as v from "valibot";
import { Authority, type ListedCertificate } from "../../src/watchlist/authority.ts";
import file from "./test-badssl-interception.json" with { type: "json" };

/** The public interception test of badssl.com: for tests and drills, never shipped. */
export const testAuthority = v.parse(Authority, file);

/** Its certificates with titles for a test. */
export const testCertificates: readonly (readonly [string, ListedCertificate])[] = testAuthority.certificates.map(
  (certificate, index) => [`${testAuthority.id} certificates.${index}`, certificate] as const,
);
