import { describe, expect, it } from "vitest";
import { certificateInTrusted } from "../../src/certificate/trusted-certificate.ts";
import { element, joined, NOTHING, octets, oid, sequence, tagged, written } from "./written.ts";

const CERTIFICATE = written();
const SERVER_AUTH = oid("1.3.6.1.5.5.7.3.1");
const ALIAS = element(0x0c, "alias");
const ODD = element(0x05);

describe("OpenSSL's settings behind a certificate", () => {
  it.each([
    ["none", NOTHING],
    ["empty", sequence()],
    [
      "all that there are",
      sequence(sequence(SERVER_AUTH, SERVER_AUTH), tagged(0, SERVER_AUTH), ALIAS, octets([1]), tagged(1, sequence())),
    ],
    ["only uses that are not trusted", sequence(tagged(0, SERVER_AUTH))],
    ["only an alias", sequence(ALIAS)],
  ])("are passed over: %s", (_, settings) => {
    expect(certificateInTrusted(joined([CERTIFICATE, settings]))).toEqual(CERTIFICATE);
  });

  it.each([
    ["the uses", [0x30]],
    ["the uses", [0xa0]],
    ["the alias", [0x0c]],
    ["the key identifier", [0x04]],
    ["the other algorithms", [0xa1]],
  ])("are refused where a length is none, by the name of the part: %s", (part, tag) => {
    const der = joined([CERTIFICATE, sequence(tag, [0x80])]);
    expect(() => certificateInTrusted(der)).toThrow(
      expect.objectContaining({ message: `${part} has an indefinite length`, byte: der.length - 1 }),
    );
  });

  it("are none without a certificate in front", () => {
    const message = "the certificate should have tag 0x30, has 0x05";
    expect(() => certificateInTrusted(ODD)).toThrow(expect.objectContaining({ message, byte: 0 }));
  });

  it.each([
    ["no sequence", ODD, "OpenSSL's settings should have tag 0x30, has 0x05"],
    ["a use that is none", sequence(sequence(ODD)), "a use should have tag 0x06, has 0x05"],
    ["a use that is not trusted and none", sequence(tagged(0, ODD)), "a use should have tag 0x06, has 0x05"],
    ["something unknown", sequence(ALIAS, ODD), "OpenSSL's settings is followed by 2 more bytes"],
    ["something behind them", joined([sequence(ALIAS), ODD]), "OpenSSL's settings is followed by 2 more bytes"],
  ])("are refused: %s", (_, settings, message) => {
    const der = joined([CERTIFICATE, settings]);
    expect(() => certificateInTrusted(der)).toThrow(expect.objectContaining({ message, byte: der.lastIndexOf(0x05) }));
  });
});
