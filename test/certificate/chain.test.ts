import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { linkChain, mainPath } from "../../src/certificate/chain.ts";
import { type Authority, createIntermediate, createRoot } from "../lab/certification-authority.ts";
import { issueLeaf } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";
import { parsed } from "./made.ts";

let chain: [Certificate, Certificate, Certificate];
let stranger: Authority;

beforeAll(async () => {
  const root = await createRoot({ name: "CN=Root", algorithm: "rsa" });
  const intermediate = await createIntermediate(root, { name: "CN=Intermediate", algorithm: "ec" });
  stranger = await createRoot({ name: "CN=Stranger", algorithm: "ec" });
  const { cert } = await issueLeaf(intermediate, { hosts: ["a.example"], algorithm: "ec" }, true);
  const all = x509.PemConverter.decode(cert).map((der) => parsed(new x509.X509Certificate(der)));
  chain = all as typeof chain;
});

describe("linkChain", () => {
  it("finds the path from the leaf in any order and with duplicates", async () => {
    const [leaf, intermediate, root] = chain;
    const orders = [
      [leaf, intermediate, root],
      [root, intermediate, leaf],
      [intermediate, leaf, root],
      [leaf, intermediate, intermediate, root],
    ];
    for (const certificates of orders) {
      const linked = await linkChain(certificates, false);
      expect(linked.endEntity).toBe(true);
      expect(mainPath(linked).map((index) => certificates[index])).toEqual([leaf, intermediate, root]);
    }
  });

  it("reaches nothing over a signature that does not hold", async () => {
    const [leaf, , root] = chain;
    const linked = await linkChain([leaf, root, parsed(stranger.path[0])], false);
    expect([...linked.reached.keys()]).toEqual([0]);
    expect(linked.links).toEqual([
      { child: 0, issuer: 1, signature: "invalid" },
      { child: 0, issuer: 2, signature: "invalid" },
    ]);
  });

  it("begins at the lowest CA certificate when there is no end-entity certificate", async () => {
    const [, intermediate, root] = chain;
    const linked = await linkChain([root, intermediate], false);
    expect(linked.endEntity).toBe(false);
    expect(mainPath(linked)).toEqual([1, 0]);
  });

  it("takes the first for the leaf when a browser or server gave the chain", async () => {
    const [, intermediate, root] = chain;
    const linked = await linkChain([intermediate, root], true);
    expect(linked.endEntity).toBe(true);
    expect(mainPath(linked)).toEqual([0, 1]);
  });
});

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

  it("reaches all of 144 cross-signed CAs of one name, each pair checked at most once", {
    timeout: 5_000,
  }, async () => {
    const linked = await linkChain(await crossSigned(12), true);
    expect(linked.reached.size).toBe(144);
    const pairs = linked.links.map(({ child, issuer }) => `${child} ${issuer}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it("stops checking in a file of a thousand namesakes that signed nothing", async () => {
    const [, , root] = chain;
    const namesakes = Array.from({ length: 1000 }, () => ({ ...root, signature: { ...root.signature } }));
    const forged = namesakes.map((certificate) => ({ ...certificate, tbs: certificate.tbs.slice(0, 40) }));
    const linked = await linkChain(forged, false);
    expect(linked.links.length).toBeLessThanOrEqual(10_000);
  });
});
