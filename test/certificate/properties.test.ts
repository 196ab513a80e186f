import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CertificateError } from "../../src/certificate/errors.ts";
import { nameText } from "../../src/certificate/name.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { verifySignature } from "../../src/certificate/signature.ts";
import { fromTree, type Node } from "../fuzz/tree.ts";
import { parsed, SIGNERS, selfSigned } from "./made.ts";

const utf8 = new TextEncoder();
const node = (tag: number, ...contents: (Node | Uint8Array)[]): Node => {
  const [first] = contents;
  return { tag, contents: first instanceof Uint8Array ? first : (contents as Node[]) };
};
const oid = (...bytes: number[]) => node(0x06, Uint8Array.of(...bytes));
const ECDSA_WITH_SHA256 = node(0x30, oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

const serials = fc.uint8Array({ minLength: 1, maxLength: 19 }).map((bytes) => Uint8Array.of(1, ...bytes));
const words = fc.string({ unit: "grapheme", maxLength: 30 });
const seconds = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => Math.floor(date.getTime() / 1000) * 1000);

function timeNode(at: number): Node {
  const digits = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, "");
  const isUtcTime = digits >= "1950" && digits < "2050";
  return isUtcTime ? node(0x17, utf8.encode(digits.slice(2))) : node(0x18, utf8.encode(digits));
}

/** A certificate as we write it: unsigned, its signature is one zero byte. */
function written(fields: { serial: Uint8Array; name: string; notBefore: number; notAfter: number; keyId: Uint8Array }) {
  const commonName = node(0x30, oid(0x55, 0x04, 0x03), node(0x0c, utf8.encode(fields.name)));
  const name = node(0x30, node(0x31, commonName));
  const key = node(0x30, node(0x30, oid(0x2b, 0x65, 0x70)), node(0x03, Uint8Array.of(0, ...new Uint8Array(32))));
  const keyId = node(0x30, oid(0x55, 0x1d, 0x0e), node(0x04, node(0x04, fields.keyId)));
  const tbs = node(
    0x30,
    node(0xa0, node(0x02, Uint8Array.of(2))),
    node(0x02, fields.serial),
    ECDSA_WITH_SHA256,
    name,
    node(0x30, timeNode(fields.notBefore), timeNode(fields.notAfter)),
    name,
    key,
    node(0xa3, node(0x30, keyId)),
  );
  return fromTree([node(0x30, tbs, ECDSA_WITH_SHA256, node(0x03, Uint8Array.of(0, 0)))]);
}

it("what we write is what is read", () => {
  const dates = seconds("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z");
  const fields = fc.record({
    serial: serials,
    name: words,
    notBefore: dates,
    notAfter: dates,
    keyId: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  });
  fc.assert(
    fc.property(fields, (given) => {
      const certificate = parseCertificate(written(given));
      expect(certificate.serial).toBe(Buffer.from(given.serial).toString("hex"));
      expect(certificate.notBefore).toBe(given.notBefore);
      expect(certificate.notAfter).toBe(given.notAfter);
      expect(certificate.extensions.subjectKeyId).toBe(Buffer.from(given.keyId).toString("hex"));
      expect(certificate.subject.rdns[0]?.[0]?.value).toBe(given.name);
      expect(unescaped(nameText(certificate.subject))).toBe(`CN=${given.name}`);
    }),
    { numRuns: 2000 },
  );
});

/** Undoes RFC 4514's escaping as section 3 of it reads names. */
function unescaped(text: string): string {
  return text.replace(/\\([0-9A-F]{2})|\\(.)/gs, (_, hex: string | undefined, character: string) =>
    hex === undefined ? character : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

describe.each(Object.keys(SIGNERS) as (keyof typeof SIGNERS)[])("a certificate signed with %s", (signer) => {
  let der: Uint8Array;

  beforeAll(async () => {
    der = parsed(await selfSigned(signer)).der;
  });

  it("any change of one byte, in the signed part or outside, makes an error or a signature that does not hold", async () => {
    const original = parseCertificate(der);
    const change = fc.record({ at: fc.nat(der.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, by }) => {
        const changed = der.slice();
        changed[at] = (changed[at] ?? 0) ^ by;
        const certificate = readOrNull(changed);
        if (!certificate) return;
        expect(await verifySignature(certificate, original.spki)).not.toBe("valid");
      }),
      { numRuns: 1500 },
    );
  });
});

function readOrNull(der: Uint8Array) {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}
