import { beforeAll, describe, expect, it } from "vitest";
import { readCertificateFile } from "../../src/certificate/read-file.ts";
import { selfSigned } from "./made.ts";
import { integer, joined, octets, oid, sequence, set, tagged } from "./written.ts";

let root: Uint8Array;
let other: Uint8Array;

beforeAll(async () => {
  [root, other] = await Promise.all([made(), made()]);
});

const made = async () => new Uint8Array((await selfSigned("ec-p256")).rawData);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const bytes = (text: string) => new TextEncoder().encode(text);
const pem = (der: Uint8Array) => `-----BEGIN CERTIFICATE-----\n${base64(der)}\n-----END CERTIFICATE-----\n`;

const data = (contents: string) => `<key>PayloadContent</key>\n<data>\n${contents}\n</data>`;
const payload = (type: string, contents: string) =>
  `<dict>${contents}<key>PayloadType</key><string>${type}</string></dict>`;
const profile = (...payloads: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><!-- <dict> --><key>Options</key><dict/>
<key>PayloadContent</key><array>${payloads.join("\n")}</array>
<key>PayloadType</key><string>Configuration</string></dict></plist>`;

const NONE = "no part of it is a certificate";
const ENCRYPTED = "its contents are encrypted";
const HIDDEN = "it is written with CDATA or character references, behind which one may be hidden";

const SIGNED_DATA = oid("1.2.840.113549.1.7.2");
const DATA = oid("1.2.840.113549.1.7.1");
/** Signed data over a text, with the certificate of whoever signed it. */
const signed = (content: Uint8Array, signer: Uint8Array) =>
  sequence(
    SIGNED_DATA,
    tagged(0, sequence(integer(1), set(), sequence(DATA, tagged(0, content)), tagged(0, signer), set())),
  );

function read(file: Uint8Array): Uint8Array[] {
  const { certificates, errors } = readCertificateFile(file);
  expect(errors).toEqual([]);
  return certificates.map((certificate) => certificate.der);
}

describe("a configuration profile", () => {
  it("gives the certificates that it would install, and not what else it holds", () => {
    const text = profile(
      payload("com.apple.security.root", data(base64(root))),
      payload("com.apple.security.pkcs12", data(base64(sequence(integer(3))))),
      payload("com.apple.wifi.managed", data("AAAA")),
      payload("com.apple.security.pem", data(base64(bytes(pem(other))))),
    );
    expect(read(bytes(text))).toEqual([root, other]);
    expect(read(bytes(`\ufeff${text}`))).toEqual([root, other]);
  });

  it("is read where its type stands before its contents", () => {
    const dict = `<dict><key>PayloadType</key><string>com.apple.security.pkcs1</string>${data(base64(root))}</dict>`;
    expect(read(bytes(profile(dict)))).toEqual([root]);
    const apart = dict.replace("</string>", "</string><key>Options</key><dict/>");
    expect(read(bytes(profile(apart)))).toEqual([root]);
  });

  it("that is signed gives its own certificates, not the signer's, in one piece or in several", () => {
    const text = bytes(profile(payload("com.apple.security.root", data(base64(root)))));
    expect(read(signed(octets(text), other))).toEqual([root]);
    const middle = text.length / 2;
    const inPieces = joined([[0x24, 0x80], octets(text.slice(0, middle)), octets(text.slice(middle)), [0, 0]]);
    expect(read(signed(inPieces, other))).toEqual([root]);
    expect(read(signed(octets("not a profile"), other))).toEqual([other]);
  });

  it("says which of its certificates cannot be read, and on which line", () => {
    const text = profile(
      payload("com.apple.security.root", data(base64(root))),
      payload("com.apple.security.root", data("!!")),
      payload("com.apple.security.root", data(base64(sequence(integer(1))))),
    );
    const { certificates, errors } = readCertificateFile(bytes(text));
    expect(certificates).toHaveLength(1);
    expect(errors).toMatchObject([
      { code: "bad-base64", at: "certificate 2, line 9" },
      { code: "bad-tag", at: "certificate 3, byte 2, line 13" },
    ]);
  });

  it.each([
    ["without a certificate", profile(payload("com.apple.wifi.managed", data("AAAA"))), NONE],
    [
      "with nothing in its place",
      profile(payload("com.apple.security.root", "<key>PayloadContent</key><data/>")),
      NONE,
    ],
    ["that is encrypted", profile("<dict><key>EncryptedPayloadContent</key><data>AAAA</data></dict>"), ENCRYPTED],
    ["that is cut off", profile().slice(0, 250), NONE],
    ["with a cloaked type", profile(payload("<![CDATA[com.apple.security.root]]>", data("AAAA"))), HIDDEN],
    ["with a spelt-out type", profile(payload("com.apple.security.r&#111;ot", data("AAAA"))), HIDDEN],
    ["with words of its own", profile(payload("&root;", data("AAAA"))).replace("?>", "?><!ENTITY root 'x'>"), HIDDEN],
    ["that has no dictionary", "<plist><key>PayloadType</key><string>x</string><data>AAAA</data></dict></plist>", NONE],
    ["of endless depth", `<plist>${"<dict>".repeat(200_000)}`, NONE],
    ["of comments without an end", `<plist>${"<!--".repeat(200_000)}`, NONE],
  ])("%s is refused, and why is said", (_, text, why) => {
    const { certificates, errors } = readCertificateFile(bytes(text));
    expect(certificates).toEqual([]);
    expect(errors).toEqual([
      { code: "no-certificate", at: null, text: `a configuration profile without a certificate: ${why}` },
    ]);
  });

  it("may begin in any way that XML may, and holds no more than a thousand certificates", () => {
    const dict = payload("com.apple.security.root", data(base64(root)));
    expect(read(bytes(`\r\n <plist version="1.0">${dict}</plist>`))).toEqual([root]);
    expect(read(bytes(`<!DOCTYPE plist><plist>${dict}</plist>`))).toEqual([root]);
    expect(read(bytes(`${pem(other)}<plist>${dict}</plist>`))).toEqual([other]);
    expect(readCertificateFile(bytes(profile(dict.repeat(1000)))).certificates).toHaveLength(1000);
    expect(readCertificateFile(bytes(profile(dict.repeat(1001))))).toMatchObject({
      certificates: [],
      errors: [{ code: "too-many", at: null }],
    });
  });

  it("is read with blanks around what it says, and by what stands at the right place alone", () => {
    const blanks = `<dict><key> PayloadContent </key><data>${base64(root)}</data><key>\n PayloadType\n</key>
      <string> com.apple.security.root </string></dict>`;
    const otherKeys = `<dict><key>PayloadType</key><string>com.apple.security.root</string><key>PayloadName</key>
      <string>x</string><key>Icon</key><data>AAAA</data><key>PayloadContent</key><data>${base64(other)}</data></dict>`;
    expect(read(bytes(profile(blanks, otherKeys)))).toEqual([root, other]);
  });

  it("is read without what is in a comment, and a value without contents ends where it begins", () => {
    const comment = `<!-- <key>x</key> ${data(base64(other))} -->`;
    const dict = payload("com.apple.security.root", `<key>Options</key><dict/>${data(base64(root))}${comment}`);
    expect(read(bytes(profile(dict)))).toEqual([root]);
  });

  it("is no other XML, in which certificates may stand as text", () => {
    expect(read(bytes(`<?xml version="1.0"?>\n<page>\n${pem(other)}</page>`))).toEqual([other]);
  });
});
