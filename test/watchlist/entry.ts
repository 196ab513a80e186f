import { createHash, generateKeyPairSync } from "node:crypto";
import type { Authority, ListedCertificate } from "../../src/watchlist/authority.ts";
import type { FactFiles } from "../../src/watchlist/compile.ts";
import type { PublicRoots } from "../../src/watchlist/public-roots.ts";

/** A new key: SubjectPublicKeyInfo in base64, and its SHA-256. */
export function newKey(): { readonly publicKey: string; readonly spkiSha256: string } {
  const { publicKey } = generateKeyPairSync("ed25519");
  const der = publicKey.export({ type: "spki", format: "der" });
  return { publicKey: der.toString("base64"), spkiSha256: createHash("sha256").update(der).digest("hex") };
}

let last = 0;
/** Hex that no other call gives. */
export const newHex = (bytes: number): string =>
  (++last)
    .toString(16)
    .padStart(8, "0")
    .padEnd(bytes * 2, "0");

export function aCertificate(change: Partial<ListedCertificate> = {}): ListedCertificate {
  return {
    role: "interception",
    roleSources: ["https://example.org/use"],
    position: "root",
    subject: "CN=Test Root,C=KZ",
    issuer: "CN=Test Root,C=KZ",
    serial: "01",
    notBefore: "2019-07-17T00:00:00Z",
    notAfter: "2029-07-17T00:00:00Z",
    sha256: newHex(32),
    sha1: newHex(20),
    ...newKey(),
    subjectKeyId: newHex(20),
    authorityKeyId: null,
    ...change,
  };
}

export function anAuthority(change: Partial<Authority> = {}): Authority {
  return {
    id: "test-one",
    name: { en: "Test One", ru: "Первая проба" },
    country: "KZ",
    operator: { en: "Nobody", ru: "Никто" },
    status: { en: "Never used.", ru: "Не применялся." },
    incidents: [],
    targetedHosts: [],
    targetedServices: [],
    expectedHosts: [],
    networks: [],
    certificates: [aCertificate()],
    sources: [{ url: "https://example.org/", what: "Nothing" }],
    ...change,
  };
}

export const somePublicRoots = (...current: string[]): PublicRoots => ({
  date: "2026-11-21",
  programmes: "None.",
  current,
  past: [],
});

/** Fact files of these authorities, with nothing else in them. */
export function factsOf(authorities: readonly unknown[], change: Partial<FactFiles> = {}): FactFiles {
  return {
    authorities,
    publicRoots: somePublicRoots(),
    products: { products: [] },
    targets: { targets: [] },
    legal: [],
    ...change,
  };
}
