import { describe, expect, it } from "vitest";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import * as x509 from "../lab/x509.ts";
import { haveRealCertificates, realCertificate } from "../real-certificates.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { certificates, publicRoots } from "../watchlist/facts.ts";
import { pageObservation, parsed } from "./observations.ts";

/**
 * Roots that browsers trusted, or were asked to trust, and do not trust any more. They are not among the public roots, not even the past
 * ones: where a chain still ends in one, this device trusts what no programme ships, and the calm `listed` says why that is known.
 */
const FORMER = [
  "ae-darkmatter-uae-2019",
  "cn-cnnic-mcs-2015",
  "cn-wosign-startcom-2016",
  "nl-diginotar-2011",
  "pa-trustcor-2022",
];
const former = certificates.filter(
  ([title, { position }]) => FORMER.some((id) => title.startsWith(`${id} `)) && position === "root",
);

describe("a root that lost its trust", () => {
  it("is one of 23", () => {
    expect(former).toHaveLength(23);
  });

  it.each(former)("%s: is listed as such and is no public root", (_, { role, spkiSha256 }) => {
    expect(["distrusted-ca", "state-operated"]).toContain(role);
    expect([...publicRoots.current, ...publicRoots.past]).not.toContain(spkiSha256);
    expect(watchlist.isPublicRoot(spkiSha256 ?? "")).toBe(false);
  });

  if (!haveRealCertificates) console.log(`${former.length} former roots left out, there are no real certificates here`);

  it.skipIf(!haveRealCertificates).each(former)(
    "%s: gives no more than `listed` at the end of a chain",
    async (title, { sha256 }) => {
      const root = parsed([new x509.X509Certificate(realCertificate(sha256 ?? ""))]);
      const authority = title.split(" ")[0];
      const added = await assess(pageObservation(root), watchlist, NO_MEMORY);
      expect(added).toMatchObject({ verdict: "listed", authority });
      expect(added.findings.map(({ reason }) => reason)).toContain("added-root");
      const builtIn = await assess(pageObservation(root, { rootIsBuiltIn: true }), watchlist, NO_MEMORY);
      expect(builtIn).toMatchObject({ verdict: "listed", authority });
    },
  );
});
