import { describe, expect, test } from "vitest";
import { compileWatchlist } from "../../src/watchlist/compile.ts";
import { aCertificate, anAuthority, factsOf, newHex, newKey, somePublicRoots } from "./entry.ts";
import { authorities, certificates, facts } from "./facts.ts";

async function shipped(change: object) {
  const authority = anAuthority({ certificates: [aCertificate(change)] });
  const { certificates, keys } = await compileWatchlist(factsOf([authority]));
  return { ...certificates[0], publicKey: (await keys())[0] };
}

describe("what is shipped", () => {
  test("is plain JSON with the date, the authorities, the public roots sorted and each once, targets and products", async () => {
    const [a, b] = [newHex(32), newHex(32)];
    const source = "https://example.org/";
    const authority = anAuthority({ expectedHosts: [{ mask: "*.bank.example", source }] });
    const target = { host: "a.example", operator: "A", country: "KZ", authorities: [], sources: [source] };
    const product = { id: "p", vendor: "V", product: "P", kind: "other", sources: [source] };
    const pattern = [{ attribute: "CN", comparison: "equals", text: "P Root" }];
    const compiled = await compileWatchlist(
      factsOf([authority, anAuthority({ id: "dossier-only", certificates: [] })], {
        publicRoots: { ...somePublicRoots(b, a), past: [b] },
        targets: { targets: [target, { ...target, host: "b.example" }] },
        products: {
          products: [
            { ...product, patterns: [pattern] },
            { ...product, id: "nameless", patterns: [] },
          ],
        },
      }),
    );
    const { certificates: _, ...rest } = compiled;
    expect(JSON.parse(JSON.stringify(rest))).toEqual({
      date: "2026-11-21",
      authorities: [{ id: "test-one", country: "KZ", expectedHosts: ["*.bank.example"] }],
      publicRoots: [a.slice(0, 32), b.slice(0, 32)],
      targets: [{ operator: "A", country: "KZ", hosts: ["a.example", "b.example"] }],
      products: [{ id: "p", vendor: "V", product: "P", kind: "other", patterns: [pattern] }],
    });
  });

  test("has of a certificate that signs others what matching needs", async () => {
    const certificate = aCertificate({ spkiSha256: null, publicKey: newKey().publicKey });
    const { role, sha256, subject, subjectKeyId, publicKey } = certificate;
    expect(await shipped(certificate)).toEqual({
      authority: "test-one",
      role,
      sha256: sha256?.slice(0, 32),
      sha1: null,
      spkiSha256: expect.stringMatching(/^[0-9a-f]{32}$/),
      subject,
      subjectKeyId,
      publicKey,
    });
  });

  test.each(["leaf", "presented"] as const)(
    "has of a %s its hashes only, for its name is a site's",
    async (position) => {
      const certificate = aCertificate({ position, subject: "CN=github.com" });
      expect(await shipped(certificate)).toMatchObject({
        sha256: certificate.sha256?.slice(0, 32),
        spkiSha256: certificate.spkiSha256?.slice(0, 32),
        subject: null,
        subjectKeyId: null,
        publicKey: null,
      });
    },
  );

  test("has of a bare key the key identifier that most would give it", async () => {
    // Superfish's root bears the usual identifier, so that the two can be compared.
    const superfish = certificates.find(([title]) => title === "us-superfish-2015 certificates.0")?.[1];
    const { publicKey = null, subjectKeyId } = superfish ?? {};
    const key = {
      publicKey,
      spkiSha256: null,
      sha256: null,
      sha1: null,
      subject: null,
      issuer: null,
      subjectKeyId: null,
    };
    expect(await shipped({ ...key, position: "key" })).toMatchObject({ subjectKeyId, publicKey });
    expect(await shipped({ ...key, position: "root" })).toMatchObject({ subjectKeyId: null, publicKey: null });
  });

  test("has a SHA-1 only where there is no SHA-256", async () => {
    const sha1 = newHex(20);
    expect(await shipped({ sha256: null, sha1 })).toMatchObject({ sha256: null, sha1 });
    expect(await shipped({ sha1 })).toMatchObject({ sha1: null });
  });

  test("is made of the real facts: of every authority of which something can be matched", async () => {
    const compiled = await compileWatchlist(facts);
    const matchable = authorities.filter((authority) => authority.certificates.length > 0).map(({ id }) => id);
    expect(compiled.authorities.map(({ id }) => id)).toEqual(matchable);
    expect(compiled.certificates).toHaveLength(certificates.length);
  });
});
