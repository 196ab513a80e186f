import { describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { linkChain } from "../../src/certificate/chain.ts";
import * as x509 from "../lab/x509.ts";
import { parsed, selfSigned } from "./made.ts";

describe("linkChain on chains made to be slow", () => {
  /** Every one of `count` keys certified by every other under names that are all the same. */
  async function crossSigned(count: number): Promise<Certificate[]> {
    const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
    const keys = await Promise.all(
      Array.from({ length: count }, () => crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])),
    );
    const made = keys.flatMap((subject) =>
      keys.map(async (issuer) =>
        parsed(
          await x509.X509CertificateGenerator.create({
            subject: "CN=Cross",
            issuer: "CN=Cross",
            publicKey: subject.publicKey,
            signingKey: issuer.privateKey,
            extensions: [new x509.BasicConstraintsExtension(true)],
          }),
        ),
      ),
    );
    return Promise.all(made);
  }

  it("reaches all of 144 cross-signed CAs of one name, each pair checked at most once", async () => {
    const linked = await linkChain(await crossSigned(12), true);
    expect(linked.reached.size).toBe(144);
    const pairs = linked.links.map(({ child, issuer }) => `${child} ${issuer}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it("stops checking in a file of a thousand namesakes that signed nothing", async () => {
    const root = parsed(await selfSigned("rsa-2048"));
    const namesakes = Array.from({ length: 1000 }, () => ({ ...root, signature: { ...root.signature } }));
    const forged = namesakes.map((certificate) => ({ ...certificate, tbs: certificate.tbs.slice(0, 40) }));
    const linked = await linkChain(forged, false);
    expect(linked.links.length).toBeLessThan(4_100);
    expect(linked.complete).toBe(false);
  });
});
