import { expect, it } from "vitest";
import { packArchive, unpackArchive } from "../../src/evidence/archive.ts";

const read = (archive: Uint8Array) =>
  unpackArchive(
    archive,
    () => true,
    () => 0,
  );

it("an archive is no larger than 512 MiB", () => {
  const most = 512 * 1024 * 1024;
  expect(() => read(new Uint8Array(most))).toThrow("archive, byte 0: no-zip");
  expect(() => read(new Uint8Array(most + 1))).toThrow(`archive: too-large ${most + 1} ${most}`);
});

it("an archive has no more than 65,534 files", () => {
  const files = new Map(Array.from({ length: 65_535 }, (_, index) => [`${index}`, new Uint8Array()]));
  expect(() => packArchive(files)).toThrow("archive: too-many-files 65534");
  files.delete("0");
  expect(read(packArchive(files))).toMatchObject({ files: { size: 65_534 }, departure: null });
  const tooMany = new Uint8Array(65_535 * 35);
  for (let number = 0; number < 65_535; number++) tooMany.set(headerOf(number), number * 35);
  expect(() => read(tooMany)).toThrow(`archive, byte ${65_534 * 35}: too-many-files 65534`);
  expect(() => read(tooMany.subarray(0, 65_534 * 35))).toThrow(`archive, byte ${65_534 * 35}: no-zip`);
});

/** The header of an empty file whose name is a number of five digits. */
function headerOf(number: number): readonly number[] {
  const name = [...new TextEncoder().encode(String(number).padStart(5, "0"))];
  return [0x50, 0x4b, 3, 4, ...Array(22).fill(0), 5, 0, 0, 0, ...name];
}
