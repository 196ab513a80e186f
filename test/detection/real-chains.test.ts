import { describe, expect, it } from "vitest";
import { readCertificateFile } from "../../src/certificate/read-file.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import { haveRealCertificates, observedChains, realCertificate } from "../real-certificates.ts";
import { watchlist } from "../shipped-watchlist.ts";
import vectors from "../vectors/real-chains.json" with { type: "json" };
import { fileObservation } from "./observations.ts";

if (!haveRealCertificates)
  console.log(`real chains: ${vectors.length} cases left out, there are no real certificates here`);

describe.skipIf(!haveRealCertificates)("real chains", () => {
  it.each(vectors)("$name: $verdict", async ({ certificates, verdict, authority, matches, brokenLink }) => {
    const pem = certificates.map(realCertificate).join("");
    const file = readCertificateFile(new TextEncoder().encode(pem));
    expect(file.errors).toEqual([]);
    const assessment = await assess(fileObservation(file.certificates), watchlist, NO_MEMORY);
    expect(assessment).toMatchObject({ verdict, authority });
    const found = assessment.findings.filter(({ rule }) => rule === "listed-authority").map(({ match }) => match);
    expect(found).toEqual(matches);
    const broken = assessment.links.filter(({ signature }) => signature === "invalid");
    expect(broken.map(({ child, issuer }) => [child, issuer])).toEqual(brokenLink ? [brokenLink] : []);
    expect(assessment.findings.filter(({ reason }) => reason === "link-broken")).toHaveLength(brokenLink ? 1 : 0);
  });
});

describe.skipIf(!haveRealCertificates)("the chains that were observed", () => {
  it("are all among the vectors", () => {
    const known = vectors.map(({ certificates }) => certificates.join());
    expect(observedChains.length).toBeGreaterThan(10);
    expect(observedChains.filter((chain) => !known.includes(chain.join()))).toEqual([]);
  });
});
