import { describe, expect, it } from "vitest";
import { listExtensions } from "../../src/certificate/extension-list.ts";
import { extensionName, extensionText } from "../../src/certificate/extension-text.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import {
  boolean,
  type Extension,
  element,
  extensions,
  implicit,
  integer,
  joined,
  octets,
  oid,
  sequence,
  tagged,
  written,
} from "./written.ts";

/** What is shown of extensions: name, whether critical, text. */
function shown(rest: Uint8Array) {
  const { tbs } = parseCertificate(written({ rest }));
  return listExtensions(tbs).map((each) => [extensionName(each), each.critical, extensionText(each)]);
}
const ofOne = (...extension: Extension) => shown(extensions(extension))[0];
/** Those that other tests here do not name. */
const NAMED = [
  ["2.5.29.9", "subjectDirectoryAttributes"],
  ["2.5.29.18", "issuerAltName"],
  ["2.5.29.30", "nameConstraints"],
  ["2.5.29.31", "cRLDistributionPoints"],
  ["2.5.29.33", "policyMappings"],
  ["2.5.29.36", "policyConstraints"],
  ["2.5.29.46", "freshestCRL"],
  ["2.5.29.54", "inhibitAnyPolicy"],
  ["1.3.6.1.5.5.7.1.11", "subjectInfoAccess"],
  ["1.3.6.1.5.5.7.1.24", "tlsfeature"],
  ["1.3.6.1.4.1.11129.2.4.2", "signedCertificateTimestampList"],
  ["1.3.6.1.4.1.11129.2.4.3", "precertificatePoison"],
] as const;
const uri = (text: string) => element(0x86, text);

describe("the extensions of a certificate", () => {
  it("are told in their order, with what is critical, also those that nobody here knows", () => {
    const constraints = sequence(oid("2.5.29.19"), boolean(0xff), octets(sequence(boolean(0xff), integer(0))));
    const unknown = sequence(oid("1.2.3.4"), octets(octets([0xab])));
    expect(shown(tagged(3, sequence(constraints, unknown)))).toEqual([
      ["basicConstraints", true, "cA TRUE, pathLenConstraint 0"],
      ["1.2.3.4", false, "0401ab"],
    ]);
  });

  it.each<[string, string, Uint8Array, string]>([
    ["subjectKeyIdentifier", "2.5.29.14", octets([0xab, 1]), "ab01"],
    ["authorityKeyIdentifier", "2.5.29.35", sequence(implicit(0, [0xab, 1])), "ab01"],
    ["authorityKeyIdentifier", "2.5.29.35", sequence(implicit(2, [1])), "3003820101"],
    ["basicConstraints", "2.5.29.19", sequence(), "cA FALSE"],
    ["basicConstraints", "2.5.29.19", sequence(boolean(0xff), integer(0xff)), "cA TRUE, pathLenConstraint -1"],
    ["keyUsage", "2.5.29.15", element(0x03, [1, 0x06]), "keyCertSign, cRLSign"],
    ["keyUsage", "2.5.29.15", element(0x03, [7, 0x80, 0x80]), "digitalSignature, decipherOnly"],
    [
      "keyUsage",
      "2.5.29.15",
      element(0x03, [7, 0xff, 0x80]),
      "digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment, keyAgreement, keyCertSign, cRLSign, encipherOnly, decipherOnly",
    ],
    [
      "extKeyUsage",
      "2.5.29.37",
      sequence(...["1", "2", "3", "4", "8", "9"].map((last) => oid(`1.3.6.1.5.5.7.3.${last}`)), oid("2.5.29.37.0")),
      "serverAuth, clientAuth, codeSigning, emailProtection, timeStamping, OCSPSigning, anyExtendedKeyUsage",
    ],
    ["extKeyUsage", "2.5.29.37", sequence(oid("1.2.3")), "1.2.3"],
    ["certificatePolicies", "2.5.29.32", sequence(sequence(oid("2.23.140.1.2.1"))), "2.23.140.1.2.1"],
    [
      "authorityInfoAccess",
      "1.3.6.1.5.5.7.1.1",
      sequence(sequence(oid("1.3.6.1.5.5.7.48.1"), uri("http://ocsp.example"))),
      "uri:http://ocsp.example",
    ],
    [
      "subjectAltName",
      "2.5.29.17",
      sequence(element(0x82, "a.example"), element(0x82, "b.example")),
      "dns:a.example, dns:b.example",
    ],
  ])("%s says %s as its standard does", (name, id, value, text) => {
    expect(ofOne(id, value)).toEqual([name, false, text]);
  });

  it("that cannot be taken apart are told as they are", () => {
    expect(ofOne("2.5.29.37", sequence([0x05, 0x00]))).toEqual(["extKeyUsage", false, "30020500"]);
    expect(ofOne("2.5.29.37", joined([sequence(oid("1.2.3")), [0]]))).toEqual(["extKeyUsage", false, "300406022a0300"]);
    expect(ofOne("2.5.29.19", joined([[0x30, 0x7f]]))).toEqual(["basicConstraints", false, "307f"]);
    expect(ofOne("2.5.29.17", sequence(implicit(9, "x")))).toEqual(["subjectAltName", false, "3003890178"]);
  });

  it("say each what it says itself, also where there are two of a kind", () => {
    expect(shown(extensions(["2.5.29.14", octets([1])], ["2.5.29.14", octets([2])]))).toEqual([
      ["subjectKeyIdentifier", false, "01"],
      ["subjectKeyIdentifier", false, "02"],
    ]);
  });

  it("have the names that RFC 5280, 6962 and 7633 give them", () => {
    const names = shown(extensions(...NAMED.map(([id]): Extension => [id, octets()]))).map(([name]) => name);
    expect(names).toEqual(NAMED.map(([, name]) => name));
  });

  it("are none where there are none", () => {
    expect(shown(new Uint8Array(0))).toEqual([]);
  });
});
