import { createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { toHex } from "../../src/certificate/hex.ts";
import { fromBase64 } from "../../src/watchlist/base64.ts";
import { authorities, authorityNames, certificates, publicRoots } from "./facts.ts";
import { nodeRootKeys } from "./node-roots.ts";
import { testAuthority, testCertificates } from "./test-authority.ts";

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

const listedKeys = certificates.flatMap(([, { spkiSha256 }]) => spkiSha256 ?? []);

describe("each authority file", () => {
  test("bears its id as its name, and the test authority is none of them", () => {
    expect(authorities.map(({ id }) => id)).toEqual(authorityNames);
    expect(authorityNames).not.toHaveLength(0);
    expect(authorityNames).not.toContain(testAuthority.id);
  });

  test.each(authorities.map((authority) => [authority.id, authority] as const))(
    "%s tells each thing once",
    (_, authority) => {
      const { sources, targetedHosts, expectedHosts, incidents } = authority;
      for (const list of [
        sources.map(({ url }) => url),
        targetedHosts,
        expectedHosts.map(({ mask }) => mask),
        incidents.map(({ summary }) => summary.en),
        incidents.map(({ summary }) => summary.ru),
      ]) {
        expect(list).toEqual([...new Set(list)]);
      }
    },
  );
});

describe("each text of an authority", () => {
  const texts = authorities.flatMap(({ id, name, operator, status, incidents }) => [
    ...Object.entries({ name, operator, status }).map(([field, text]) => [`${id} ${field}`, text] as const),
    ...incidents.map(({ summary }, index) => [`${id} incidents.${index}`, summary] as const),
  ]);

  test.each(texts)("%s is there in English and in Russian", (_, { en, ru }) => {
    expect(ru).not.toBe(en);
    expect(ru).toMatch(/[а-яё]/);
    expect(en).not.toMatch(/[а-яё]/);
  });

  test.each(texts)("%s has the same dates and numbers in both", (_, { en, ru }) => {
    const dayFirst = en.replace(/(\d{4})-(\d\d)-(\d\d)/g, "$3.$2.$1");
    expect(ru.match(/\d+/g)?.sort()).toEqual(dayFirst.match(/\d+/g)?.sort());
  });
});

describe("each listed key", () => {
  test.each([...certificates, ...testCertificates].filter(([, { publicKey }]) => publicKey !== null))(
    "%s: is a key and has the stated hash",
    async (_, { publicKey, spkiSha256 }) => {
      const der = fromBase64(publicKey ?? "");
      expect(await sha256(der)).toBe(spkiSha256);
      const key = createPublicKey({ key: Buffer.from(der), type: "spki", format: "der" });
      expect(key.export({ type: "spki", format: "der" })).toEqual(Buffer.from(der));
    },
  );

  test("has a hash, unless only the SHA-1 of its certificate was published", () => {
    const unknown = certificates.filter(([, { spkiSha256 }]) => spkiSha256 === null);
    expect(unknown).toHaveLength(7);
    for (const [, { sha1, sha256, position, subject }] of unknown) {
      expect({ sha1, sha256, position, subject }).toEqual({
        sha1: expect.any(String),
        sha256: null,
        position: "presented",
        subject: null,
      });
    }
  });

  test("is no root that Node ships", () => {
    expect(nodeRootKeys.length).toBeGreaterThan(100);
    expect(listedKeys.filter((key) => nodeRootKeys.includes(key))).toEqual([]);
  });
});

describe("the public roots", () => {
  test.each(["current", "past"] as const)("%s: are sorted and each is there once", (which) => {
    expect(publicRoots[which]).toEqual([...new Set(publicRoots[which])].sort());
  });

  test("are current or past, and no listed key is among either", () => {
    expect(publicRoots.current.filter((key) => publicRoots.past.includes(key))).toEqual([]);
    const all = new Set([...publicRoots.current, ...publicRoots.past]);
    expect(listedKeys.filter((key) => all.has(key))).toEqual([]);
  });

  test("that are current cover what Node ships, but for the newest", () => {
    const covered = nodeRootKeys.filter((key) => publicRoots.current.includes(key));
    expect(covered.length / nodeRootKeys.length).toBeGreaterThan(0.9);
  });
});
