import { expect, it } from "vitest";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { derOf, pemText } from "../../src/evidence/pem.ts";

const DER = Uint8Array.from({ length: 100 }, (_, index) => index);
const TEXT = pemText("CERTIFICATE", DER);

it("a value has one text, of lines of 64 characters, and is read from it", () => {
  const base64 = Buffer.from(DER).toString("base64");
  expect(TEXT.split("\n")).toEqual([
    "-----BEGIN CERTIFICATE-----",
    ...[base64.slice(0, 64), base64.slice(64, 128), base64.slice(128)],
    ...["-----END CERTIFICATE-----", ""],
  ]);
  expect(derOf("CERTIFICATE", TEXT, "here")).toEqual(DER);
  expect(derOf("PUBLIC KEY", pemText("PUBLIC KEY", DER), "here")).toEqual(DER);
  const nothing = new Uint8Array();
  expect(derOf("PUBLIC KEY", pemText("PUBLIC KEY", nothing), "here")).toEqual(nothing);
});

it.each([
  ["another label", pemText("PUBLIC KEY", DER)],
  ["another begin", TEXT.replace("BEGIN CERTIFICATE", "BEGIN PUBLIC KEY")],
  ["another end", TEXT.replace("END CERTIFICATE", "END PUBLIC KEY")],
  ["other line ends", TEXT.replaceAll("\n", "\r\n")],
  ["other lines", TEXT.replace(/\n(\w)/, "$1")],
  ["no end of the last line", TEXT.trimEnd()],
  ["text before", `x\n${TEXT}`],
  ["text behind", `${TEXT}x`],
  ["a second block", TEXT + TEXT],
  ["no base64", TEXT.replace("AAEC", "!!!!")],
  ["nothing", ""],
])("and from no other: %s", (_, text) => {
  expect(() => derOf("CERTIFICATE", text, "here")).toThrow(EvidenceError);
  expect(() => derOf("CERTIFICATE", text, "here")).toThrow("here: no-pem CERTIFICATE");
});

it("an error says where and what", () => {
  expect(new EvidenceError("here", "no-pem", "PUBLIC KEY")).toMatchObject({
    ...{ name: "EvidenceError", at: "here", what: ["no-pem", "PUBLIC KEY"], message: "here: no-pem PUBLIC KEY" },
  });
});
