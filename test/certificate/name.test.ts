import { describe, expect, it, test } from "vitest";
import { nameText, shortName } from "../../src/certificate/name.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { type Attribute, name, written } from "./written.ts";

const [UTF8, NUMERIC, PRINTABLE, TELETEX, IA5, VISIBLE, UNIVERSAL, BMP] = [
  0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a, 0x1c, 0x1e,
] as const;
const [CN, OU, O, SERIAL] = ["2.5.4.3", "2.5.4.11", "2.5.4.10", "2.5.4.5"] as const;

const subjectOf = (...attributes: Attribute[]) => parseCertificate(written({ subject: name(...attributes) })).subject;
const attributeOf = (tag: number, bytes: string) => subjectOf([CN, tag, bytes]).rdns[0]?.[0];

describe("a value in a name", () => {
  it.each([
    ["UTF8String", UTF8, "Caf\xc3\xa9 \xd0\xa2\xd0\x9e\xd0\x9e", "Café ТОО"],
    ["UTF8String that begins with a mark of byte order", UTF8, "\xef\xbb\xbfx", "\ufeffx"],
    ["PrintableString", PRINTABLE, "O'Neil (1) +,-./:=?", "O'Neil (1) +,-./:=?"],
    ["NumericString", NUMERIC, "12 34", "12 34"],
    ["VisibleString", VISIBLE, "a@b~", "a@b~"],
    ["IA5String", IA5, "a@b\t", "a@b\t"],
    ["TeletexString, as Latin-1", TELETEX, "Caf\xe9", "Café"],
    ["BMPString", BMP, "\x04\x22\x00x", "Тx"],
    ["UniversalString", UNIVERSAL, "\x00\x01\xf6\x00\x00\x00\x00x", "😀x"],
    ["UniversalString with the last character of Unicode", UNIVERSAL, "\x00\x10\xff\xff", "\u{10ffff}"],
  ])("%s", (_, tag, bytes, value) => {
    expect(attributeOf(tag, bytes)).toMatchObject({ value, fault: null });
  });

  it.each([
    ["PrintableString with another character", PRINTABLE, "a@b"],
    ["NumericString with a letter", NUMERIC, "1a"],
    ["VisibleString with a control character", VISIBLE, "a\x1b"],
  ])("%s is shown all the same", (_, tag, bytes) => {
    expect(attributeOf(tag, bytes)).toMatchObject({ value: bytes, fault: "invalid-string" });
  });

  it.each([
    ["UTF8String that is none", UTF8, "\xff", "CN=#0c01ff", "invalid-string"],
    ["UTF8String with a surrogate", UTF8, "\xed\xa0\x80", "CN=#0c03eda080", "invalid-string"],
    ["PrintableString beyond ASCII", PRINTABLE, "\xe9", "CN=#1301e9", "invalid-string"],
    ["IA5String beyond ASCII", IA5, "\xc3\xa9", "CN=#1602c3a9", "invalid-string"],
    ["IA5String with the first byte beyond ASCII", IA5, "\x80", "CN=#160180", "invalid-string"],
    ["BMPString with half a character", BMP, "\x00a\x00", "CN=#1e03006100", "invalid-string"],
    ["BMPString with a surrogate", BMP, "\xd8\x00", "CN=#1e02d800", "invalid-string"],
    ["BMPString with the last surrogate", BMP, "\xdf\xff", "CN=#1e02dfff", "invalid-string"],
    ["UniversalString beyond Unicode", UNIVERSAL, "\x00\x11\x00\x00", "CN=#1c0400110000", "invalid-string"],
    ["a type that is no string", 0x02, "\x01", "CN=#020101", "unknown-string-type"],
  ])("%s is shown as its bytes", (_, tag, bytes, text, fault) => {
    expect(attributeOf(tag, bytes)).toMatchObject({ value: null, fault });
    expect(nameText(subjectOf([CN, tag, bytes]))).toBe(text);
  });
});

test.each([
  ["a,b", "a\\,b"],
  [" a ", "\\ a\\ "],
  ["#a#", "\\#a#"],
  ["a b", "a b"],
  ['"+;<>\\', '\\"\\+\\;\\<\\>\\\\'],
  ["www.example-1.com\0.evil.com", "www.example-1.com\\00.evil.com"],
  ["", ""],
])("%j is written %s", (value, text) => {
  expect(nameText(subjectOf([CN, UTF8, value]))).toBe(`CN=${text}`);
});

test("a type without a descriptor is written as number and bytes", () => {
  expect(nameText(subjectOf(["1.2.3", UTF8, "x"]))).toBe("1.2.3=#0c0178");
  expect(nameText(subjectOf())).toBe("");
});

test("the usual types have the names that RFC 4514 and the EV guidelines give them", () => {
  const types = ["2.5.4.4", SERIAL, "2.5.4.6", "2.5.4.7", "2.5.4.8", O, OU, CN];
  const texts = types.map((type) => nameText(subjectOf([type, UTF8, "x"])));
  expect(texts).toEqual(["SN=x", "serialNumber=x", "C=x", "L=x", "ST=x", "O=x", "OU=x", "CN=x"]);
});

test.each<[string, Attribute[], string]>([
  [
    "its common name",
    [
      [CN, UTF8, "Root"],
      [O, UTF8, "Company"],
    ],
    "Root",
  ],
  [
    "the last of several common names",
    [
      [CN, UTF8, "first"],
      [CN, UTF8, "last"],
    ],
    "last",
  ],
  [
    "its unit before its organisation",
    [
      [O, UTF8, "Company"],
      [OU, UTF8, "Class 3 Root"],
    ],
    "Class 3 Root",
  ],
  [
    "its organisation",
    [
      [O, UTF8, "Company"],
      ["2.5.4.6", PRINTABLE, "KZ"],
    ],
    "Company",
  ],
  [
    "something that is not empty",
    [
      [O, UTF8, "Company"],
      [CN, UTF8, ""],
    ],
    "Company",
  ],
  ["all of its name", [[SERIAL, PRINTABLE, "7"]], "serialNumber=7"],
])("a holder is called by %s", (_, attributes, text) => {
  expect(shortName(subjectOf(...attributes))).toBe(text);
});
