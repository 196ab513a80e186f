import { createHash } from "node:crypto";
import * as v from "valibot";
import { Authority } from "../../src/watchlist/authority.ts";
import type { X509Certificate } from "./x509.ts";

const SOURCE = "https://example.com/rootwatch-lab";

const LAB = { en: "Rootwatch Lab", ru: "Лаборатория Rootwatch" };

/** What the lab build of the extension knows beside the real watchlist. */
export interface LabKnowledge {
  readonly authorities: readonly Authority[];
  /** SHA-256 of the SubjectPublicKeyInfo of each root to count as public, lower-case hex. */
  readonly publicRoots: readonly string[];
}

/**
 * Describes the lab's interception root as a watchlist entry, and its public root as public.
 * @param interceptionName the interception root's subject, RFC 4514
 * @throws when the entry does not conform to the watchlist's schema
 */
export async function describeLab(
  interceptionRoot: X509Certificate,
  interceptionName: string,
  publicRoot: X509Certificate,
): Promise<LabKnowledge> {
  const spki = new Uint8Array(interceptionRoot.publicKey.rawData);
  const keyIdentifier = Buffer.from(await interceptionRoot.publicKey.getKeyIdentifier()).toString("hex");
  const entry = {
    id: "lab-interception",
    name: LAB,
    country: "ZZ",
    operator: LAB,
    status: {
      en: "Exists only on the machine that made it.",
      ru: "Существует только на машине, которая его создала.",
    },
    incidents: [
      {
        from: "2026-11",
        to: null,
        summary: {
          en: "Stands between a test browser and a test site.",
          ru: "Стоит между проверочным браузером и проверочным сайтом.",
        },
        sources: [SOURCE],
      },
    ],
    targetedHosts: [],
    targetedServices: [],
    networks: [],
    certificates: [
      {
        role: "interception",
        roleSources: [SOURCE],
        position: "root",
        subject: interceptionName,
        issuer: interceptionName,
        serial: interceptionRoot.serialNumber,
        notBefore: instant(interceptionRoot.notBefore),
        notAfter: instant(interceptionRoot.notAfter),
        sha256: digest("sha256", interceptionRoot.rawData),
        sha1: digest("sha1", interceptionRoot.rawData),
        publicKey: Buffer.from(spki).toString("base64"),
        spkiSha256: digest("sha256", spki),
        subjectKeyId: keyIdentifier,
        authorityKeyId: null,
      },
    ],
    sources: [{ url: SOURCE, what: "The interception lab of Rootwatch's own tests" }],
  };
  return { authorities: [v.parse(Authority, entry)], publicRoots: [digest("sha256", publicRoot.publicKey.rawData)] };
}

function digest(algorithm: "sha1" | "sha256", bytes: ArrayBuffer | Uint8Array): string {
  return createHash(algorithm).update(new Uint8Array(bytes)).digest("hex");
}

function instant(date: Date): string {
  return date.toISOString().replace(".000Z", "Z");
}
