import { describe, expect, test } from "vitest";
import { canonicalName } from "../../src/watchlist/canonical-name.ts";
import { ended } from "../ended.ts";

const ISCA = "C=KZ,O=ISCA,CN=Information Security Certification Authority";

describe("one name in many ways", () => {
  test.each([
    ["another order", "CN=Information Security Certification Authority,O=ISCA,C=KZ"],
    ["one relative name", "O=ISCA+CN=Information Security Certification Authority,C=KZ"],
    ["letter case", "c=kz,o=isca,cn=INFORMATION SECURITY CERTIFICATION AUTHORITY"],
    ["spaces between", " C = KZ , O = ISCA , CN = Information Security Certification Authority "],
    ["doubled spaces", "C=KZ,O=ISCA,CN=Information  Security \u00a0 Certification Authority"],
    ["hex pairs", "C=KZ,O=\\49SCA,CN=Information\\20Security Certification Authority"],
    ["needless escapes", "C=KZ,O=ISCA,CN=\\ Information Security Certification Authority\\ "],
    ["wide letters", "C=KZ,O=ＩＳＣＡ,CN=Information Security Certification Authority"],
  ])("%s", (_, name) => {
    expect(canonicalName(name)).toBe(canonicalName(ISCA));
  });

  test.each([
    ["a comma", "O=Foo\\, Inc", "O=Foo\\2C Inc"],
    ["a plus sign", "O=A\\+B", "O=A\\2bB"],
    ["Cyrillic", "O=Информ", "O=\\D0\\98\\D0\\BD\\D1\\84\\D0\\BE\\D1\\80\\D0\\BC"],
    ["a backslash", "O=A\\\\B", "O=A\\5CB"],
  ])("%s by itself or as hex pairs", (_, one, other) => {
    expect(canonicalName(one)).toBe(canonicalName(other));
  });
});

describe("other names", () => {
  test.each([
    ["one letter more", ISCA, `${ISCA}a`],
    ["one attribute more", ISCA, `L=Nur-Sultan,${ISCA}`],
    ["the value under another type", "CN=KZ", "C=KZ"],
    ["no space at all", "CN=Security Certificate", "CN=SecurityCertificate"],
    ["a separator in a value", "C=A\\,O=B", "C=A,O=B"],
    ["a separator in a value as a hex pair", "C=A\\2CO=B", "C=A,O=B"],
    ["an equals sign in a value", "O=A=B", "O=A"],
    ["values changed about", "O=A,CN=B", "O=B,CN=A"],
    ["the same attribute twice", "O=A,O=A", "O=A"],
  ])("%s", (_, one, other) => {
    expect(canonicalName(one)).not.toBe(canonicalName(other));
  });
});

test("strange strings have a form too", () => {
  for (const name of ["", ",", "=", "\\", "\\,", "+,+", "O=\\FF", "O=\\\ud800", "#0c"]) {
    expect(typeof canonicalName(name)).toBe("string");
  }
});

test("a long hostile name costs time in proportion to its length", () => {
  // What went with the square of it would take minutes.
  for (const part of ["\\", ",", "\\4", "\\41", "=", " ", "a"]) {
    ended(() => canonicalName(`O=a${part.repeat(2 ** 19 / part.length)}b`));
  }
});
