import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ListedCertificate } from "../../src/watchlist/authority.ts";
import { certificates } from "./facts.ts";

const folder = new URL("../../../shared/authorities/certs/", import.meta.url);
const listed = certificates.filter(([, { sha256 }]) => sha256 !== null);
const pem = ({ sha256 }: ListedCertificate) => new URL(`${sha256}.pem`, folder);
const stored = listed.filter(([, certificate]) => existsSync(pem(certificate)));
const leftOut = listed.length - stored.length;

/** RFC 4514 from Node's form, which has one attribute a line in the order of the certificate. */
const rfc4514 = (name: string) => name.split("\n").reverse().join(",");
const instant = (text: string) => new Date(text).toISOString().replace(".000Z", "Z");

describe("the facts agree with the certificates themselves", () => {
  test.each(stored)("%s", (_, facts) => {
    const certificate = new X509Certificate(readFileSync(pem(facts)));
    const hex = certificate.raw.toString("hex");
    const key = certificate.publicKey.export({ type: "spki", format: "der" });
    expect({
      sha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
      sha1: certificate.fingerprint.replaceAll(":", "").toLowerCase(),
      serial: certificate.serialNumber.toLowerCase(),
      subject: rfc4514(certificate.subject),
      issuer: rfc4514(certificate.issuer),
      notBefore: instant(certificate.validFrom),
      notAfter: instant(certificate.validTo),
      publicKey: key.toString("base64"),
      // The identifiers' object identifiers and headers (RFC 5280 sections 4.2.1.1 and 4.2.1.2): Node does not show them.
      subjectKeyId: /0603551d0e04160414([0-9a-f]{40})/.exec(hex)?.[1] ?? null,
      authorityKeyId: /0603551d2304.{2,4}30.{2,4}8014([0-9a-f]{40})/.exec(hex)?.[1] ?? null,
      signs: certificate.ca,
    }).toEqual({
      sha256: facts.sha256,
      sha1: facts.sha1,
      serial: facts.serial,
      subject: facts.subject,
      issuer: facts.issuer,
      notBefore: facts.notBefore,
      notAfter: facts.notAfter,
      publicKey: facts.publicKey,
      subjectKeyId: facts.subjectKeyId,
      authorityKeyId: facts.authorityKeyId,
      signs: facts.position === "root" || facts.position === "intermediate",
    });
  });

  test.each(stored.filter(([, { position }]) => position === "intermediate"))(
    "%s is signed by a listed root",
    (_, facts) => {
      const certificate = new X509Certificate(readFileSync(pem(facts)));
      const roots = stored.filter(([, root]) => root.subjectKeyId === facts.authorityKeyId);
      expect(
        roots.map(([, root]) => certificate.verify(new X509Certificate(readFileSync(pem(root))).publicKey)),
      ).toEqual([true]);
    },
  );

  if (leftOut > 0) {
    const said = `${leftOut} of ${listed.length} listed certificates left out: not in ${folder.pathname}`;
    test(said, ({ skip }) => {
      console.warn(said);
      skip(said);
    });
  }
});
