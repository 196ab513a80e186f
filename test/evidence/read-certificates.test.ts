import { expect, it } from "vitest";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { readCertificates } from "../../src/evidence/read-certificates.ts";
import { written } from "../certificate/written.ts";
import { HASH } from "./disclosed.ts";

it("of what is kept those certificates are read that can be, and are kept under their own hash", async () => {
  const der = written();
  const { sha256 } = await fingerprints(parseCertificate(der));
  const read = await readCertificates(
    new Map([
      [HASH, der],
      [sha256, der],
      ["cd".repeat(32), Uint8Array.of(0x30, 0)],
    ]),
  );
  expect([...read].map(([hash, certificate]) => [hash, certificate.der])).toEqual([[sha256, der]]);
});
