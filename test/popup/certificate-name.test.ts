import { expect, test } from "vitest";
import { certificateName } from "../../extension/components/certificate-name.ts";
import { summary } from "./certificate.ts";

test.each([
  ["the common name", "CN=www.example.kz,O=Example,C=KZ", "www.example.kz"],
  ["the common name after others", "OU=Unit+CN=Name,O=Example", "Name"],
  ["the unit when there is no common name", "O=Example,OU=Unit", "Unit"],
  ["the organisation when there is neither", "O=Example\\, Inc.,C=KZ", "Example, Inc."],
  ["the whole subject when there is nothing to call it by", "C=KZ,L=Astana", "C=KZ,L=Astana"],
  ["no name that an escaped comma only seems to begin", "O=evil\\,CN=google.com", "evil,CN=google.com"],
  ["escapes undone, a backslash included", "CN=a\\\\2c\\2Bb\\00", "a\\2c+b\0"],
  ["no undecoded bytes", "CN=#0c0141,O=Example", "Example"],
])("finds %s", (_, subject, name) => {
  expect(certificateName(summary({ subject }))).toBe(name);
});

test("an empty subject is called by its first alternative name, else by its serial number", () => {
  expect(certificateName(summary({ subject: "", subjectAltNames: ["dns:a.example", "dns:b.example"] }))).toBe(
    "a.example",
  );
  expect(certificateName(summary({ subject: "", serial: "0a1b" }))).toBe("0a1b");
});
