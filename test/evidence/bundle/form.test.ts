import { describe, expect, it } from "vitest";
import { certificatesNamed } from "../../../src/evidence/bundle/contents.ts";
import { certificateName, linesText, listedNames, NAMES, sumsText } from "../../../src/evidence/bundle/form.ts";
import { HASH } from "../disclosed.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("the files of a bundle", () => {
  it("are called as docs/evidence.md says", () => {
    expect(Object.values(NAMES)).toEqual([
      ...["records.jsonl", "disclosures.jsonl", "watchlist.json", "report.html", "VERIFY.md"],
      ...["signing-key.pem", "SHA256SUMS", "SHA256SUMS.sig"],
    ]);
    expect(certificateName(HASH)).toBe(`certificates/${HASH}.pem`);
  });

  it("are summed in the order of their names, but for the sums and their signature", async () => {
    const files = new Map(["b", "SHA256SUMS", "SHA256SUMS.sig", "a"].map((name) => [name, utf8("abc")]));
    expect(listedNames(files.keys())).toEqual(["a", "b"]);
    // FIPS 180-2, B.1.
    const sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(await sumsText(files)).toBe(`${sum}  a\n${sum}  b\n`);
  });

  it("end every line, the last one, too", () => {
    expect(linesText(["a", "b"])).toBe("a\nb\n");
    expect(linesText([])).toBe("");
  });
});

it("a record names its leaf, those above it and those offered, as far as they are disclosed", () => {
  expect(certificatesNamed({ shown: { leaf: "leaf", issuers: ["one", "two"], offered: ["three"] } })).toEqual([
    ...["leaf", "one", "two", "three"],
  ]);
  expect(certificatesNamed({ shown: { leaf: null } })).toEqual([]);
  expect(certificatesNamed({ shown: {} })).toEqual([]);
});
