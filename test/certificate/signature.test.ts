import { describe, expect, it } from "vitest";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { verifySignature } from "../../src/certificate/signature.ts";
import { parsed, SIGNERS, selfSigned } from "./made.ts";

describe.each(Object.keys(SIGNERS) as (keyof typeof SIGNERS)[])("a signature by %s", (signer) => {
  it("is valid under its key, and invalid when signed bytes, signature or key are others", async () => {
    const der = new Uint8Array((await selfSigned(signer)).rawData);
    const certificate = parseCertificate(der);
    expect(await verifySignature(certificate, certificate.spki)).toBe("valid");

    const other = parsed(await selfSigned(signer));
    expect(await verifySignature(certificate, other.spki)).toBe("invalid");

    const serial = Buffer.from(der).indexOf(Buffer.from(certificate.serial, "hex"));
    for (const at of [serial + certificate.serial.length / 2 - 1, der.length - 1]) {
      const changed = der.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await verifySignature(parseCertificate(changed), certificate.spki), `byte ${at}`).toBe("invalid");
    }
  });
});

it("is invalid under a key of another kind", async () => {
  const [rsa, ec] = await Promise.all([selfSigned("rsa-2048"), selfSigned("ec-p256")]);
  expect(await verifySignature(parsed(rsa), parsed(ec).spki)).toBe("invalid");
  expect(await verifySignature(parsed(ec), parsed(rsa).spki)).toBe("invalid");
});

it("is not checkable under a point at infinity, a point off the curve, or what is no key", async () => {
  const { spki, ...certificate } = parsed(await selfSigned("ec-p256"));
  const point = spki.length - 65;
  const infinity = Uint8Array.of(...spki.slice(0, point), 0);
  infinity[1] = infinity.length - 2;
  infinity[point - 2] = 2;
  const offCurve = spki.slice();
  offCurve[spki.length - 1] = (offCurve[spki.length - 1] ?? 0) ^ 1;
  for (const key of [infinity, offCurve, spki.slice(0, 20), new Uint8Array(0)]) {
    expect(await verifySignature({ ...certificate, spki }, key)).toBe("not-checkable");
  }
});
