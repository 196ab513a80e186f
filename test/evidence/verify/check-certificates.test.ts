import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { type Fingerprints, fingerprints, hexDigest } from "../../../src/certificate/fingerprint.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import { checkCertificates, readCertificates } from "../../../src/evidence/verify/check-certificates.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";
import { parsed, selfSigned } from "../../certificate/made.ts";
import { disclosed, HASH } from "../disclosed.ts";

let certificate: Certificate;
let prints: Fingerprints;

beforeAll(async () => {
  certificate = parsed(await selfSigned("ec-p256"));
  prints = await fingerprints(certificate);
});

const inWords = ({ problems }: Findings) => problems.map(({ key, at, details }) => [key, at, ...details].join(" "));

it("a certificate is read where it is one and has the hash by which it is called", async () => {
  const found = new Findings();
  const odd = Uint8Array.of(0x30, 0);
  const read = await readCertificates(
    [
      [prints.sha256, certificate.der, "a.pem"],
      [HASH, certificate.der, "b.pem"],
      [await hexDigest("SHA-256", odd), odd, "c.pem"],
    ],
    found,
  );
  expect([...read.keys()]).toEqual([prints.sha256]);
  expect(inWords(found).toSorted()).toEqual([
    `certificate-name b.pem ${prints.sha256}`,
    expect.stringMatching(/^form c\.pem bad-certificate ./),
  ]);
});

/** What is wrong where these certificates are there and a record shows this. */
async function told(present: readonly string[], ...shown: Partial<Fields>[]) {
  const found = new Findings();
  const records = shown.map((fields, index) => [disclosed("connection", {}, fields), `line ${index + 1}`] as const);
  const places = new Map(present.map((sha256) => [sha256, `${sha256.slice(0, 2)}.pem`]));
  await checkCertificates(records, places, new Map([[prints.sha256, certificate]]), found);
  return inWords(found);
}

it("each certificate is there that a record names, and no other; one that is missing is told once", async () => {
  expect(await told([HASH], { issuers: [HASH] }, { issuers: [HASH] })).toEqual([]);
  expect(await told([], { month: "2026-11" }, { leaf: HASH }, { issuers: [HASH] })).toEqual([
    `missing-certificate line 2 ${HASH}`,
  ]);
  expect(await told([HASH], { leaf: null })).toEqual(["stray-certificate ab.pem"]);
});

it("a key is the leaf's own where it says so, and only there", async () => {
  const { sha256: leaf, spkiSha256 } = prints;
  const under = (key: Fields["key"]) => told([leaf], { leaf, key });
  expect(await under({ spkiSha256, isLeaf: true })).toEqual([]);
  expect(await under({ spkiSha256: HASH, isLeaf: false })).toEqual([]);
  expect(await under(null)).toEqual([]);
  expect(await under({ spkiSha256: HASH, isLeaf: true })).toEqual(["contradiction line 1 not-leaf-key"]);
  expect(await under({ spkiSha256, isLeaf: false })).toEqual(["contradiction line 1 leaf-key"]);
});
