import { beforeAll, expect, it } from "vitest";
import { assess } from "../../../src/detection/assess.ts";
import { type HostHistory, NO_MEMORY } from "../../../src/detection/memory.ts";
import { type Authority, createRoot } from "../../lab/certification-authority.ts";
import type { LeafRequest } from "../../lab/leaf.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { pageObservation } from "../observations.ts";
import { chainUnder, MINUTE, NOW } from "../seen.ts";

const HOUR = 60 * MINUTE;
let root: Authority;
beforeAll(async () => {
  root = await createRoot({ name: "CN=Some Root", algorithm: "ec" });
});

const GENUINE: HostHistory = {
  at: NOW,
  hadTimestamps: true,
  serial: "4a9f3c21d07be85566778899aabbccdd",
  notBefore: Date.UTC(2026, 8, 1),
  notAfter: Date.UTC(2026, 11, 1),
};
const shiftedBy = (start: number, end: number) => ({
  notBefore: new Date(GENUINE.notBefore + start),
  notAfter: new Date(GENUINE.notAfter + end),
});
/** As the genuine one but for the last 33 bits: 32 bits are eight digits, and the last bit of the digit before. */
const MIRRORED = "4a9f3c21d07be85566778898aabbccde";

interface Vector {
  readonly leaf?: Partial<LeafRequest>;
  readonly host?: string;
  /** How the genuine certificate looked; null where the device has not seen it. */
  readonly genuine?: Partial<HostHistory> | null;
  readonly rootIsBuiltIn?: boolean;
}

/** The marks that are told, without their "mark-", and the verdict. */
async function judge({ leaf, host = "www.google.com", genuine = null, rootIsBuiltIn = false }: Vector) {
  const chain = await chainUnder(root, { asPublic: true, ...leaf });
  const hosts = new Map(genuine ? [[host, { ...GENUINE, ...genuine }]] : []);
  const observation = pageObservation(chain, { host, at: NOW, rootIsBuiltIn });
  const { verdict, findings } = await assess(observation, watchlist, { ...NO_MEMORY, hosts });
  const ofBox = findings.filter(({ reason }) => reason === "box-marks" || reason.startsWith("mark-"));
  for (const finding of ofBox) expect(finding).toMatchObject({ rule: "box-marks", certificate: 0 });
  const marks = findings.flatMap(({ reason }) => (reason.startsWith("mark-") ? [reason.slice(5)] : []));
  const count = findings.find(({ reason }) => reason === "box-marks")?.details[0] ?? null;
  return { verdict, marks: marks.toSorted(), count };
}

const OF_2019 = { algorithm: "rsa", publicExponent: 3 } as const;

it("all four marks of the documented box", async () => {
  const leaf = { ...OF_2019, asPublic: false, serial: MIRRORED, ...shiftedBy(-6 * HOUR, -6 * HOUR) };
  expect(await judge({ leaf, genuine: {} })).toEqual({
    verdict: "suspected",
    marks: ["exponent", "serial", "timestamps-gone", "validity"],
    count: "4",
  });
});

it.each<[string, Vector, string[]]>([
  [
    "the exponent and no timestamps at a target",
    { leaf: { ...OF_2019, asPublic: false } },
    ["exponent", "timestamps-gone"],
  ],
  [
    "the exponent and the serial number",
    { leaf: { ...OF_2019, serial: MIRRORED }, genuine: {} },
    ["exponent", "serial"],
  ],
  [
    "the serial number and the validity",
    { leaf: { serial: MIRRORED, ...shiftedBy(6 * HOUR, 6 * HOUR) }, genuine: {} },
    ["serial", "validity"],
  ],
])("two are enough: %s", async (_, vector, marks) => {
  expect(await judge(vector)).toEqual({ verdict: "suspected", marks, count: "2" });
});

it.each<[string, Vector, string[]]>([
  ["the exponent", { leaf: OF_2019 }, ["exponent"]],
  ["no timestamps at a target, as under any antivirus", { leaf: { asPublic: false } }, ["timestamps-gone"]],
  ["no timestamps where they are remembered", { leaf: { asPublic: false }, genuine: {} }, ["timestamps-gone"]],
  ["no timestamps where there were none", { leaf: { asPublic: false }, genuine: { hadTimestamps: false } }, []],
  [
    "the exponent and no timestamps at any other site",
    { leaf: { ...OF_2019, asPublic: false }, host: "a.example" },
    ["exponent"],
  ],
  ["the serial number", { leaf: { serial: MIRRORED }, genuine: {} }, ["serial"]],
  ["the validity, six hours late", { leaf: shiftedBy(6 * HOUR, 6 * HOUR), genuine: {} }, ["validity"]],
  ["nothing: the usual exponent", { leaf: { algorithm: "rsa" } }, []],
  ["nothing: the end is not shifted", { leaf: shiftedBy(6 * HOUR, 0), genuine: {} }, []],
  ["nothing: the start is not shifted", { leaf: shiftedBy(0, 6 * HOUR), genuine: {} }, []],
  ["nothing: shifted by five hours", { leaf: shiftedBy(5 * HOUR, 5 * HOUR), genuine: {} }, []],
  ["nothing: the genuine dates", { leaf: shiftedBy(0, 0), genuine: {} }, []],
  [
    "nothing: the device has not seen the genuine one",
    { leaf: { serial: MIRRORED, ...shiftedBy(6 * HOUR, 6 * HOUR) } },
    [],
  ],
])("one is not: %s", async (_, vector, marks) => {
  expect(await judge(vector)).toEqual({ verdict: "added-root", marks, count: null });
});

it.each<[string, string, string]>([
  ["the very same number", GENUINE.serial, GENUINE.serial],
  ["a bit before the last 33 differs", "4a9f3c21d07be8556677889baabbccdd", GENUINE.serial],
  ["a genuine number too short to tell", "01aabbccde", "01aabbccdd"],
  ["a genuine number of 64 bits", "8000000011223345", "8000000011223344"],
  ["a negative genuine number", MIRRORED, `-${GENUINE.serial}`],
])("no serial mark: %s", async (_, serial, genuine) => {
  expect((await judge({ leaf: { serial }, genuine: { serial: genuine } })).marks).toEqual([]);
});

it.each([
  ["of 65 bits", "010000000011223345", "010000000011223344"],
  ["of twenty bytes", "7fffffff00112233445566778899aabacceeddff", "7fffffff00112233445566778899aabbccddeeff"],
])("a number %s is long enough to tell", async (_, serial, genuine) => {
  expect((await judge({ leaf: { serial }, genuine: { serial: genuine } })).marks).toEqual(["serial"]);
});

it("a negative number of a hostile certificate is no mark and no error", async () => {
  const [leaf, ...above] = await chainUnder(root, { asPublic: true });
  if (!leaf) throw new Error("there is no leaf");
  const hosts = new Map([["www.google.com", GENUINE]]);
  const observation = pageObservation([{ ...leaf, serial: `-${MIRRORED}` }, ...above], {
    host: "www.google.com",
    at: NOW,
  });
  expect((await assess(observation, watchlist, { ...NO_MEMORY, hosts })).verdict).toBe("added-root");
});

it("under a public root no mark is looked for", async () => {
  const vector = { leaf: { ...OF_2019, asPublic: false }, rootIsBuiltIn: true };
  expect(await judge(vector)).toEqual({ verdict: "nothing-found", marks: [], count: null });
});
