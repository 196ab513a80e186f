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
  expect(() => read(name)).toThrow("unknown-file");
});

it.each([
  [CERTIFICATE, 96 * 1024],
  ["signing-key.pem", 1024],
  ["SHA256SUMS.sig", 128],
  ["VERIFY.md", 1024 * 1024],
  ["watchlist.json", 4 * 1024 * 1024],
])("%s has at most %i bytes", (name, most) => {
  expect([...read(name, most).files.keys()]).toEqual([name]);
  expect(() => read(name, most + 1)).toThrow(`${name}: too-large ${most + 1} ${most}`);
});

it.each([
  ["records.jsonl", 128],
  ["disclosures.jsonl", 256],
  ["report.html", 64],
  ["SHA256SUMS", 16],
])("%s has at most %i MiB", (name, mib) => {
  const most = mib * 1024 * 1024;
  expect(() => readFiles(beginning(name, most))).toThrow("no-zip");
  expect(() => readFiles(beginning(name, most + 1))).toThrow(`${name}: too-large ${most + 1} ${most}`);
});

/** An archive with one file, that ends behind it. */
function beginning(name: string, size: number): Uint8Array {
  const head = packArchive(new Map([[name, new Uint8Array()]])).subarray(0, 30 + name.length);
  const bytes = new Uint8Array(head.length + size);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  for (const at of [18, 22]) view.setUint32(at, size, true);
  return bytes;
}
