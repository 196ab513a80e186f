import { beforeAll, describe, expect, it } from "vitest";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import type { Observation } from "../../src/detection/observation.ts";
import type { ListedCertificate, Role } from "../../src/watchlist/authority.ts";
import { fromBase64 } from "../../src/watchlist/base64.ts";
import { createRoot } from "../lab/certification-authority.ts";
import { issueLeaf } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";
import { haveRealCertificates, isCollected, realCertificate } from "../real-certificates.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { certificates } from "../watchlist/facts.ts";
import { fileObservation, pageObservation, parsed } from "./observations.ts";

/** Title of the test, the authority's id, the listed certificate. */
type Case = readonly [title: string, authority: string, listed: ListedCertificate];

const all: readonly Case[] = certificates.map(([title, listed]) => [title, title.split(" ")[0] ?? "", listed]);
const judge = (observation: Observation) => assess(observation, watchlist, NO_MEMORY);
const isLeaf = ({ position }: ListedCertificate) => position === "leaf";

let signer: CryptoKeyPair;

beforeAll(async () => {
  signer = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
});

describe.skipIf(!haveRealCertificates)("by the certificate itself", () => {
  const known = all.filter(([, , { sha256 }]) => sha256 !== null);
  const stored = known.filter(([, , { sha256 }]) => isCollected(sha256 ?? ""));
  const leftOut = known.length - stored.length;
  if (leftOut > 0) console.log(`${leftOut} listed certificates left out, they are not collected here`);

  it.each(stored)("%s", async (_, authority, listed) => {
    const pem = x509.PemConverter.decode(realCertificate(listed.sha256 ?? ""));
    const assessment = await judge(fileObservation(parsed(pem.map((der) => new x509.X509Certificate(der)))));
    // A listed leaf is a forged or wrongly issued one; an authority by itself shows no connection.
    expect(assessment).toMatchObject({ verdict: isLeaf(listed) ? "intercepted" : "listed", authority });
    expect(assessment.findings[0]).toMatchObject({ match: "certificate", strength: "proof" });
  });
});

describe("by its SHA-1, where nothing else was published", () => {
  it.each(all.filter(([, , { sha256, sha1 }]) => sha256 === null && sha1 !== null))(
    "%s",
    (_, authority, { sha1, role }) => {
      expect(watchlist.findCertificate("0".repeat(64), sha1 ?? "")).toMatchObject({ authority, role });
    },
  );
});

/** What it comes to that a key of this role answered a browser. */
const ANSWERED: Readonly<Record<Role, string>> = {
  interception: "intercepted",
  "private-key-public": "intercepted",
  "state-operated": "listed",
  "distrusted-ca": "listed",
  misissued: "nothing-found",
};

describe("by its key in another certificate", () => {
  const published = all.filter(([, , { publicKey }]) => publicKey !== null);
  const again = ({ publicKey, position }: ListedCertificate) =>
    x509.X509CertificateGenerator.create({
      subject: "CN=Issued Again",
      issuer: "CN=Somebody",
      publicKey: new x509.PublicKey(fromBase64(publicKey ?? "")),
      signingKey: signer.privateKey,
      extensions: [new x509.BasicConstraintsExtension(position !== "leaf")],
    });

  it.each(published)("%s: whoever answers a browser with it holds it", async (_, authority, listed) => {
    const answer = pageObservation(parsed([await again(listed)]), { basis: "sent", rootIsBuiltIn: null });
    const assessment = await judge(answer);
    const verdict = ANSWERED[listed.role];
    expect(assessment).toMatchObject({ verdict, authority: verdict === "nothing-found" ? null : authority });
    if (verdict !== "nothing-found") {
      expect(assessment.findings[0]).toMatchObject({ match: "public-key", strength: "proof" });
    }
  });

  it.each(published)("%s: but anyone can write it into a file", async (_, __, listed) => {
    const assessment = await judge(fileObservation(parsed([await again(listed)])));
    expect(assessment).toMatchObject({ verdict: "nothing-found", authority: null });
  });
});

describe("by its name on another key, only if it is an authority that was used for interception", () => {
  const named = all.filter(([, , { subject, position }]) => subject !== null && position !== "leaf");

  it.each(named)("%s", async (_, authority, listed) => {
    const root = await createRoot({ name: writable(listed.subject ?? ""), algorithm: "ec" });
    const { cert } = await issueLeaf(root, { hosts: ["www.example.com"], algorithm: "ec" }, true);
    const chain = x509.PemConverter.decode(cert).map((der) => new x509.X509Certificate(der));
    const assessment = await judge(fileObservation(parsed(chain)));
    if (listed.role === "interception") {
      expect(assessment).toMatchObject({ verdict: "suspected", authority });
      expect(assessment.findings[0]).toMatchObject({ match: "name", strength: "sign" });
    } else {
      expect(assessment).toMatchObject({ verdict: "nothing-found", authority: null });
    }
  });
});

describe("by its key identifier on another key, only if it is an authority that was used for interception", () => {
  const identified = all.filter(([, , { subjectKeyId, position }]) => subjectKeyId !== null && position !== "leaf");

  it.each(identified)("%s", async (_, authority, listed) => {
    const leaf = await x509.X509CertificateGenerator.create({
      subject: "CN=www.example.com",
      issuer: "CN=Somebody",
      publicKey: signer.publicKey,
      signingKey: signer.privateKey,
      extensions: [
        new x509.BasicConstraintsExtension(false),
        new x509.AuthorityKeyIdentifierExtension(listed.subjectKeyId ?? ""),
      ],
    });
    const assessment = await judge(fileObservation(parsed([leaf])));
    const expected =
      listed.role === "interception" ? { verdict: "suspected", authority } : { verdict: "nothing-found" };
    expect(assessment).toMatchObject(expected);
  });
});

describe("a forged leaf's name and key identifier", () => {
  it.each(all.filter(([, , listed]) => isLeaf(listed)))("%s: find nothing", (_, __, { subject, subjectKeyId }) => {
    expect(watchlist.findByName(subject ?? "")).toEqual([]);
    expect(watchlist.findByKeyId(subjectKeyId ?? "")).toEqual([]);
  });
});

/** The lab's names know fewer types of attributes by name. */
function writable(rfc4514: string): string {
  const types = {
    houseIdentifier: "2.5.4.51",
    STREET: "2.5.4.9",
    postalCode: "2.5.4.17",
    emailAddress: "1.2.840.113549.1.9.1",
  };
  return Object.entries(types).reduce((name, [type, oid]) => name.replaceAll(`${type}=`, `${oid}=`), rfc4514);
}
