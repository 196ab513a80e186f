import { beforeAll, describe, expect, it } from "vitest";
import type { FormedRecord } from "../../src/evidence/record.ts";
import {
  isSealedArchive,
  packSealed,
  parseSealed,
  type SealedRecord,
  unpackSealed,
} from "../../src/evidence/sealed.ts";
import { sealedText } from "../../src/evidence/sealed-text.ts";
import { verifySealed } from "../../src/evidence/verify/verify-sealed.ts";
import { type Journal, makeJournal, makeWorld, type World } from "./journal.ts";

let world: World;
let journal: Journal;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 1);
});

const sealedOf = ({ line, disclosures }: FormedRecord): SealedRecord => {
  const named = disclosures.join();
  const certificates = [...journal.certificates].filter(([sha256]) => named.includes(sha256)).map(([, der]) => der);
  return parseSealed(sealedText({ line, disclosures, certificates }), "here");
};

const sealed = (records: readonly FormedRecord[]) => new Map(records.map((record) => [record.seq, sealedOf(record)]));

const faults = async (records: ReadonlyMap<number, SealedRecord>, head: string | null = null) =>
  (await verifySealed(records, world.sources.watchlist, head)).problems.map(({ key, at }) => `${key} ${at}`);

describe("the records of a write-only journal", () => {
  it("are whole as they were kept, and checked by a seal", async () => {
    const all = sealed(journal.records);
    expect(await faults(all, journal.records.at(-1)?.hash)).toEqual([]);
    expect(await faults(sealed(journal.records.slice(0, 2)))).toEqual([]);
    expect(await faults(sealed(journal.records.slice(0, 2)), journal.records[3]?.hash)).toEqual(["head seal"]);
  });

  it("are found changed, each with its file", async () => {
    const change = async (differently: (record: SealedRecord) => Partial<SealedRecord>) => {
      const all = sealed(journal.records);
      const second = all.get(2);
      if (second) all.set(2, { ...second, ...differently(second) });
      return faults(all);
    };
    expect(await change(({ disclosures }) => ({ disclosures: disclosures.slice(1) }))).toEqual([
      "form sealed/000002.age",
    ]);
    expect(await change(({ line }) => ({ line: line.replace('"listed"', '"suspected"') }))).toContain(
      "chain sealed/000003.age",
    );
    expect(await change(() => ({ certificates: [] }))).toContain("missing-certificate sealed/000002.age");
    const swapped = sealed(journal.records);
    expect(await faults(new Map([...swapped].map(([seq, record]) => [seq + 1, record])))).toContain(
      "form sealed/000005.age",
    );
  });

  it("come back from their archive by number", () => {
    const encrypted = new Map([
      [2, new Uint8Array([2])],
      [1_000_000, new Uint8Array([4])],
      // By its name it would come last.
      [999_999, new Uint8Array([3])],
      [1, new Uint8Array([1])],
    ]);
    const archive = packSealed(encrypted);
    expect(isSealedArchive(archive)).toBe(true);
    expect([...unpackSealed(archive)].map(([seq]) => seq)).toEqual([1, 2, 999_999, 1_000_000]);
    expect(() => unpackSealed(new Uint8Array([...archive, 0]))).toThrow("other-bytes");
  });

  it("say that they are a write-only journal's, and that certificates are told once", async () => {
    const { statements, signer, whole, contents } = await verifySealed(
      sealed(journal.records),
      world.sources.watchlist,
      null,
    );
    expect(statements.slice(0, 2)).toEqual([
      { key: "sealed", details: [] },
      { key: "records", details: ["4", "4"] },
    ]);
    expect([signer, whole, contents.certificates.size]).toEqual([null, true, journal.certificates.size]);
    const [first] = journal.records;
    if (!first) throw new Error("there is no record");
    const twice = new Map([
      [1, { ...sealedOf(first), certificates: [...sealedOf(first).certificates].flatMap((der) => [der, der]) }],
    ]);
    expect(await faults(twice)).toEqual([]);
  });

  it("that bring what is no certificate are not whole, and the first is told of", async () => {
    const all = sealed(journal.records);
    const none = Uint8Array.of(0x30, 0);
    for (const [seq, record] of all) all.set(seq, { ...record, certificates: [...record.certificates, none] });
    const { whole, problems } = await verifySealed(all, world.sources.watchlist, null);
    expect(whole).toBe(false);
    expect(problems.map(({ key, at }) => `${key} ${at}`)).toEqual([
      "form sealed/000001.age",
      "stray-certificate sealed/000001.age",
    ]);
  });

  it("are told of where another number stands on them, or they are none", async () => {
    const [first, second] = journal.records.map(sealedOf);
    if (!first || !second) throw new Error("there are no records");
    const told = async (records: ReadonlyMap<number, SealedRecord>) =>
      (await verifySealed(records, world.sources.watchlist, null)).problems.map(({ key, at, details }) =>
        [key, at, ...details].join(" "),
      );
    expect(
      await told(
        new Map([
          [1, first],
          [3, second],
        ]),
      ),
    ).toContain("form sealed/000003.age missing-record 3");
    expect(await told(new Map([[1, { ...first, line: "{" }]]))).toContain("form sealed/000001.age missing-record 1");
    expect(await told(new Map([[1, { ...first, disclosures: first.disclosures.slice(1) }]]))).toEqual([
      "form sealed/000001.age missing-field",
    ]);
  });
});
