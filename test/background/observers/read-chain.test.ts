import { expect, test } from "vitest";
import { readChain } from "../../../extension/background/observers/read-chain.ts";
import { selfSigned } from "../../certificate/made.ts";

const der = async () => new Uint8Array((await selfSigned("ec-p256")).rawData);

test("a chain is read in its order, up to twenty certificates", async () => {
  const ders = [await der(), await der()];
  expect(readChain(ders)?.map((certificate) => certificate.der)).toEqual(ders);
  const many = (length: number) => Array.from({ length }, () => ders[0] ?? new Uint8Array());
  expect(readChain(many(20))).toHaveLength(20);
  expect(readChain(many(21))).toBeNull();
});

test("a chain is not read in part, and none is no chain", async () => {
  expect(readChain([await der(), Uint8Array.of(1, 2, 3)])).toBeNull();
  expect(readChain([await der(), new Uint8Array(0)])).toBeNull();
  expect(readChain([])).toBeNull();
});
