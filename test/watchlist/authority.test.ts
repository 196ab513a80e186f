import { createPublicKey, X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { toHex } from "../../src/certificate/hex.ts";
import { Authority } from "../../src/watchlist/authority.ts";
import { fromBase64 } from "../../src/watchlist/base64.ts";
import { authorities, certificates, files, publicRoots } from "./facts.ts";

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

const nodeRootKeys = await Promise.all(
  rootCertificates.map((pem) => {
    const der = new X509Certificate(pem).publicKey.export({ type: "spki", format: "der" });
    return sha256(new Uint8Array(der));
  }),
);

describe("each authority file", () => {
  test.each(files)("%s is valid and bears its id as its name", (name, file) => {
    expect(v.parse(Authority, file).id).toBe(name);
  });
});

describe("each listed key", () => {
  test.each(certificates.filter(([, { publicKey }]) => publicKey !== null))(
    "%s: is a key and has the stated hash",
    async (_, { publicKey, spkiSha256 }) => {
      const der = fromBase64(publicKey ?? "");
      expect(await sha256(der)).toBe(spkiSha256);
      const key = createPublicKey({ key: Buffer.from(der), type: "spki", format: "der" });
      expect(key.export({ type: "spki", format: "der" })).toEqual(Buffer.from(der));
    },
  );

  test("is no root that Node ships", () => {
    const listed = certificates.flatMap(([, { spkiSha256 }]) => spkiSha256 ?? []);
    expect(nodeRootKeys.length).toBeGreaterThan(100);
    expect(listed.filter((key) => nodeRootKeys.includes(key))).toEqual([]);
  });

  test("is no public root of ours", () => {
    const listed = certificates.flatMap(([, { spkiSha256 }]) => spkiSha256 ?? []);
    expect(listed.filter((key) => publicRoots.spkiSha256.includes(key))).toEqual([]);
  });
});

describe("the roles", () => {
  test.each([
    ["kz-qaznet-2019", 2, "interception"],
    ["kz-isca-2020", 1, "interception"],
    ["kz-isca-2021-2024", 15, "interception"],
    ["ru-trusted-root-2022", 3, "state-operated"],
  ])("%s: all %i are %s", (id, count, role) => {
    const listed = authorities.find((authority) => authority.id === id)?.certificates ?? [];
    expect(listed.map((certificate) => certificate.role)).toEqual(Array(count).fill(role));
  });

  test("what is known by SHA-1 only was presented and has no subject", () => {
    const bySha1 = certificates.flatMap(([, listed]) => (listed.sha256 === null && listed.sha1 ? listed : []));
    expect(bySha1).toHaveLength(7);
    for (const { sha1, position, subject } of bySha1) {
      expect({ sha1, position, subject }).toEqual({ sha1: expect.any(String), position: "presented", subject: null });
    }
  });
});

describe("the public roots", () => {
  test("are sorted and each is there once", () => {
    expect(publicRoots.spkiSha256).toEqual([...new Set(publicRoots.spkiSha256)].sort());
  });

  test("cover what Node ships, but for the newest", () => {
    const covered = nodeRootKeys.filter((key) => publicRoots.spkiSha256.includes(key));
    expect(covered.length / nodeRootKeys.length).toBeGreaterThan(0.9);
  });
});
