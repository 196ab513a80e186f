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
  });

  it("that is signed gives its own certificates, not the signer's, in one piece or in several", () => {
    const text = bytes(profile(payload("com.apple.security.root", data(base64(root)))));
    expect(read(signed(octets(text), other))).toEqual([root]);
    const inPieces = joined([[0x24, 0x80], octets(text.slice(0, 99)), octets(text.slice(99)), [0, 0]]);
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
    ["without a certificate", profile(payload("com.apple.wifi.managed", data("AAAA"))), "no part of it"],
    ["that is encrypted", profile("<dict><key>EncryptedPayloadContent</key><data>AAAA</data></dict>"), "encrypted"],
    ["that is cut off", profile().slice(0, 250), "no part of it"],
    ["with a cloaked type", profile(payload("<![CDATA[com.apple.security.root]]>", data("AAAA"))), "may be hidden"],
    ["with a spelt-out type", profile(payload("com.apple.security.r&#111;ot", data("AAAA"))), "may be hidden"],
    ["of endless depth", `<plist>${"<dict>".repeat(200_000)}`, "no part of it"],
    ["of comments without an end", `<plist>${"<!--".repeat(200_000)}`, "no part of it"],
  ])("%s is refused, and why is said", (_, text, why) => {
    const { certificates, errors } = readCertificateFile(bytes(text));
    expect(certificates).toEqual([]);
    expect(errors).toMatchObject([{ code: "no-certificate", text: expect.stringContaining(why) }]);
  });

  it("in binary form is refused by name", () => {
    expect(readCertificateFile(bytes("bplist00\0\0"))).toMatchObject({
      errors: [{ code: "bad-container", text: expect.stringContaining("binary") }],
    });
  });
});
