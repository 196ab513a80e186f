import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { linkChain, mainPath } from "../../src/certificate/chain.ts";
import { type Authority, createIntermediate, createRoot } from "../lab/certification-authority.ts";
import { issueLeaf } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";
import { CA, issued, NO_CA, parsed, party, uncheckable } from "./made.ts";

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

/** An extension that names a key by these bytes, written in hex. */
const keyId = (hex: string) => new x509.SubjectKeyIdentifierExtension(hex);
const issuerKeyId = (hex: string) => new x509.AuthorityKeyIdentifierExtension(hex);

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
      expect(linked).toMatchObject({ endEntity: true, complete: true });
      expect(mainPath(linked).map((index) => certificates[index])).toEqual([leaf, intermediate, root]);
    }
  });

  it("tells of each signature once, and of none that a root beside the chain did not make", async () => {
    const linked = await linkChain([...chain, parsed(stranger.path[0])], false);
    expect(linked.links).toEqual([
      { child: 0, issuer: 1, signature: "valid" },
      { child: 1, issuer: 2, signature: "valid" },
    ]);
  });

  it("tells of a signature once where the certificate that made it came twice", async () => {
    const [leaf, intermediate, root] = chain;
    const linked = await linkChain([leaf, intermediate, intermediate, root], true);
    expect(linked.links).toEqual([
      { child: 0, issuer: 1, signature: "valid" },
      { child: 0, issuer: 2, signature: "valid" },
      { child: 1, issuer: 3, signature: "valid" },
    ]);
  });

  it("tells of a signature that does not hold once, however many leaves there are", async () => {
    const [ca, namesake] = [await party("CN=CA"), await party("CN=CA")];
    const leaves = await Promise.all(
      ["CN=one.example", "CN=two.example"].map(async (name) => issued(await party(name), namesake, [NO_CA])),
    );
    const linked = await linkChain([...leaves, await issued(ca, ca, [CA])].map(parsed), false);
    expect(linked.links).toEqual([
      { child: 0, issuer: 2, signature: "invalid" },
      { child: 1, issuer: 2, signature: "invalid" },
    ]);
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

  it("goes on over a signature that cannot be checked only where a browser has validated the path", async () => {
    const [leaf, intermediate, root] = [await party("CN=Leaf"), await party("CN=Intermediate"), await party("CN=Root")];
    const odd = [
      await issued(leaf, intermediate, [NO_CA]),
      uncheckable(await issued(intermediate, root, [CA])),
      await issued(root, root, [CA]),
    ].map(parsed);
    const [linked, validated] = [await linkChain(odd, true), await linkChain(odd, true, true)];
    expect([...linked.reached.keys()]).toEqual([0, 1]);
    expect(mainPath(linked)).toEqual([0, 1]);
    expect(mainPath(validated)).toEqual([0, 1, 2]);
    for (const { links } of [linked, validated]) {
      expect(links).toContainEqual({ child: 1, issuer: 2, signature: "not-checkable" });
    }
  });

  it("reaches every certificate of the key that signed", async () => {
    const [leaf, ca, above] = [await party("CN=Leaf"), await party("CN=CA"), await party("CN=Above")];
    const crossed = [
      await issued(leaf, ca, [NO_CA]),
      await issued(ca, ca, [CA]),
      await issued(ca, above, [CA]),
      await issued(above, above, [CA]),
    ];
    const linked = await linkChain(crossed.map(parsed), true);
    expect([...linked.reached.keys()]).toEqual([0, 1, 2, 3]);
    expect(mainPath(linked)).toEqual([0, 2, 3]);
  });

  it("begins at the lowest CA certificate when there is no end-entity certificate", async () => {
    const [, intermediate, root] = chain;
    const linked = await linkChain([root, intermediate], false);
    expect(linked.endEntity).toBe(false);
    expect(mainPath(linked)).toEqual([1, 0]);
  });

  it.each([
    ["CN=www.facebook.com", true],
    ["CN=*.hotmail.com", true],
    ["CN=eDellRoot", false],
    ["CN=http://www.valicert.com/", false],
    ["CN=Root of a.example", false],
    ["CN=a.example Root", false],
    ["OU=Class 3 Public Primary Certification Authority,O=VeriSign\\, Inc.,C=US", false],
  ])("takes a certificate that only signed itself, %s, for a leaf: %s", async (name, isLeaf) => {
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    const own = await x509.X509CertificateGenerator.createSelfSigned({ name, keys });
    expect((await linkChain([parsed(own)], false)).endEntity).toBe(isLeaf);
  });

  it("takes the first for the leaf when a browser or server gave the chain", async () => {
    const [, intermediate, root] = chain;
    const linked = await linkChain([intermediate, root], true);
    expect(linked.endEntity).toBe(true);
    expect(mainPath(linked)).toEqual([0, 1]);
  });

  it.each([
    ["only the name says who signed", "CN=CA", [], []],
    ["only the key identifier says who signed", "CN=Other Name of CA", [issuerKeyId("01")], [keyId("01")]],
  ] as const)("links each of several leaves where %s", async (_, issuerName, ofLeaf, ofCa) => {
    const ca = await party("CN=CA");
    const signer = await party(issuerName, ca.keys);
    const [one, two] = await Promise.all(
      ["CN=one.example", "CN=two.example"].map(async (name) => issued(await party(name), signer, [NO_CA, ...ofLeaf])),
    );
    if (!one || !two) throw new Error("nothing was made");
    const linked = await linkChain([one, two, await issued(ca, ca, [CA, ...ofCa])].map(parsed), false);
    expect(linked.links).toEqual([
      { child: 0, issuer: 2, signature: "valid" },
      { child: 1, issuer: 2, signature: "valid" },
    ]);
    expect(mainPath(linked)).toEqual([0, 2]);
  });

  it("goes by the certificate of a key that fits by name and key identifier, where another fits by one of them", async () => {
    const ca = await party("CN=CA");
    const renamed = await party("CN=Renamed", ca.keys);
    const leaf = await issued(await party("CN=a.example"), ca, [NO_CA, issuerKeyId("01")]);
    const [other, own] = [await issued(renamed, renamed, [CA, keyId("01")]), await issued(ca, ca, [CA, keyId("01")])];
    expect(mainPath(await linkChain([leaf, other, own].map(parsed), true))).toEqual([0, 2]);
  });

  it("finds who signed the top of a chain even where nothing names it", async () => {
    const ca = await party("CN=CA");
    const leaf = await issued(await party("CN=a.example"), await party("CN=Nobody", ca.keys), [NO_CA]);
    const linked = await linkChain([leaf, await issued(ca, ca, [CA])].map(parsed), false);
    expect(linked.links).toEqual([{ child: 0, issuer: 1, signature: "valid" }]);
    expect(mainPath(linked)).toEqual([0, 1]);
  });

  it("tries what nothing names among few certificates only", async () => {
    const ca = await party("CN=CA");
    const leaf = await issued(await party("CN=a.example"), await party("CN=Nobody", ca.keys), [NO_CA]);
    const [end, above] = [parsed(leaf), parsed(await issued(ca, ca, [CA]))];
    expect(mainPath(await linkChain([end, ...Array(19).fill(above)], true))).toEqual([0, 1]);
    expect(mainPath(await linkChain([end, ...Array(20).fill(above)], true))).toEqual([0]);
  });

  it("says nothing of a root beside several leaves that do not name it", async () => {
    const ca = await party("CN=CA");
    const leaves = await Promise.all(
      ["CN=one.example", "CN=two.example"].map(async (name) => issued(await party(name), ca, [NO_CA])),
    );
    const linked = await linkChain([...leaves, stranger.path[0]].map(parsed), false);
    expect(linked).toMatchObject({ starts: [0, 1], links: [] });
  });

  it("gives the path of the first leaf, however long that of another is", async () => {
    const [leaf, intermediate, root] = chain;
    const lone = parsed(await issued(await party("CN=lone.example"), await party("CN=Elsewhere"), [NO_CA]));
    expect(mainPath(await linkChain([lone, leaf, intermediate, root], false))).toEqual([0]);
    expect(mainPath(await linkChain([leaf, lone, intermediate, root], false))).toEqual([0, 2, 3]);
  });

  it("does not take one CA certificate for the signer of another on account of its name", async () => {
    const [one, namesake] = [await party("CN=CA"), await party("CN=CA")];
    const below = await issued(await party("CN=Below"), namesake, [CA]);
    const linked = await linkChain([await issued(one, one, [CA]), below].map(parsed), false);
    expect(linked).toMatchObject({ starts: [1, 0], links: [{ child: 1, issuer: 0, signature: "invalid" }] });
  });

  it("sees two CA certificates that signed each other", async () => {
    const [one, two] = [await party("CN=One"), await party("CN=Two")];
    const crossed = [await issued(one, two, [CA]), await issued(two, one, [CA])].map(parsed);
    const linked = await linkChain(crossed, false);
    expect(linked).toMatchObject({ starts: [0], endEntity: false });
    expect([...linked.reached.keys()]).toEqual([0, 1]);
  });
});

describe("the leaf in a file", () => {
  const names = new x509.SubjectAlternativeNameExtension([{ type: "dns", value: "a.example" }]);
  const person = new x509.SubjectAlternativeNameExtension([{ type: "email", value: "a@a.example" }]);
  const page = new x509.SubjectAlternativeNameExtension([{ type: "url", value: "http://a.example/dns:a.example" }]);
  const signs = new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign);

  it.each<[string, issuer: "itself" | "another", boolean, x509.Extension[]]>([
    ["is no CA by its basic constraints", "another", true, [NO_CA]],
    ["is silent about what it is", "another", true, []],
    ["is no CA by its basic constraints", "itself", true, [NO_CA]],
    ["names a host", "itself", true, [names]],
    ["names a person", "itself", true, [person]],
    ["is silent about what it is, as roots once were", "itself", false, []],
    ["is a CA by its basic constraints", "another", false, [CA]],
    ["may sign certificates", "another", false, [signs]],
    ["is a CA and names a host", "another", true, [CA, names]],
    ["is a CA and names a host", "itself", true, [CA, names]],
    ["is a CA and names a page", "another", false, [CA, page]],
  ])("is one that %s, signed by %s: %s", async (_, signer, isLeaf, extensions) => {
    const owner = await party("CN=Owner");
    const issuer = signer === "itself" ? owner : await party("CN=Issuer");
    const linked = await linkChain([parsed(await issued(owner, issuer, extensions))], false);
    expect(linked).toMatchObject({ starts: [0], endEntity: isLeaf });
  });
});
