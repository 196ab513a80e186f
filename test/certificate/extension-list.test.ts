import { describe, expect, it } from "vitest";
import { listExtensions } from "../../src/certificate/extension-list.ts";
import { extensionName, extensionText } from "../../src/certificate/extension-text.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import {
  boolean,
  type Extension,
  element,
  extensions,
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
  const { tbs, extensions } = parseCertificate(written({ rest }));
  return listExtensions(tbs).map((each) => [extensionName(each), each.critical, extensionText(each, extensions)]);
}
const ofOne = (...extension: Extension) => shown(extensions(extension))[0];
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
    ["keyUsage", "2.5.29.15", element(0x03, [1, 0x06]), "keyCertSign, cRLSign"],
    ["keyUsage", "2.5.29.15", element(0x03, [7, 0x80, 0x80]), "digitalSignature, decipherOnly"],
    ["extKeyUsage", "2.5.29.37", sequence(oid("1.3.6.1.5.5.7.3.1"), oid("1.2.3")), "serverAuth, 1.2.3"],
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
    expect(ofOne("2.5.29.19", joined([[0x30, 0x7f]]))).toEqual(["basicConstraints", false, "307f"]);
  });

  it("are none where there are none", () => {
    expect(shown(new Uint8Array(0))).toEqual([]);
  });
});
