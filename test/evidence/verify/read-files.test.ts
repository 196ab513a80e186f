import { expect, it } from "vitest";
import { packArchive } from "../../../src/evidence/archive.ts";
import { readFiles } from "../../../src/evidence/verify/read-files.ts";

const CERTIFICATE = `certificates/${"0a".repeat(32)}.pem`;

const read = (name: string, size = 1) => readFiles(packArchive(new Map([[name, new Uint8Array(size)]])));

it.each([
  `x${CERTIFICATE}`,
  `${CERTIFICATE}x`,
  CERTIFICATE.toUpperCase(),
  CERTIFICATE.replace("0a", ""),
  "records.json",
])("a bundle has no file %s", (name) => {
  expect(() => read(name)).toThrow("which the form does not have");
});

it.each([
  [CERTIFICATE, 96 * 1024],
  ["signing-key.pem", 1024],
  ["SHA256SUMS.sig", 128],
  ["VERIFY.md", 1024 * 1024],
  ["watchlist.json", 4 * 1024 * 1024],
])("%s has at most %i bytes", (name, most) => {
  expect([...read(name, most).files.keys()]).toEqual([name]);
  expect(() => read(name, most + 1)).toThrow(`${name}: ${most + 1} bytes where it may have ${most}`);
});

it.each(["records.jsonl", "disclosures.jsonl", "report.html", "SHA256SUMS"])("%s may be long", (name) => {
  expect([...read(name, 2 * 1024 * 1024).files.keys()]).toEqual([name]);
});
