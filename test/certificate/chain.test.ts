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
