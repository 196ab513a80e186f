import { beforeAll, describe, expect, it } from "vitest";
import { NAMES, sumsText } from "../../../src/evidence/bundle/form.ts";
import { keyFingerprint, oneTimeSigner, type Signer } from "../../../src/evidence/bundle/signature.ts";
import { pemText } from "../../../src/evidence/pem.ts";
import { checkSignature, checkSums } from "../../../src/evidence/verify/check-sums.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

const CERTIFICATE = `certificates/${"0".repeat(64)}.pem`;

let signer: Signer;
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  signer = await oneTimeSigner();
  files = new Map([...Object.values(NAMES), CERTIFICATE].map((name) => [name, utf8(name)]));
  files.set(NAMES.key, utf8(pemText("PUBLIC KEY", signer.publicKey)));
  const sums = utf8(await sumsText(files));
  files.set(NAMES.sums, sums).set(NAMES.signature, await signer.sign(sums));
});

/** What is wrong with files of which some are others, or not there. */
async function wrong(differently: Readonly<Record<string, string | null>>): Promise<string[]> {
  const found = new Findings();
  const given = new Map(files);
  for (const [name, content] of Object.entries(differently)) {
    if (content === null) given.delete(name);
    else given.set(name, utf8(content));
  }
  await checkSums(given, found);
  return found.problems.map(({ key, at, details }) => [key, at, ...details].join(" "));
}

describe("the sums of a bundle", () => {
  it("are of every file as it is", async () => {
    expect(await wrong({})).toEqual([]);
  });

  it("name each file that was changed, added or taken away", async () => {
    expect(await wrong({ [NAMES.records]: "changed" })).toEqual(["changed-file records.jsonl"]);
    expect(await wrong({ [CERTIFICATE]: null })).toEqual([`missing-file ${CERTIFICATE}`]);
    const added = CERTIFICATE.replaceAll("0", "1");
    expect(await wrong({ [added]: "added" })).toEqual([`unlisted-file ${added}`]);
  });

  it("are there with the other files that every bundle has", async () => {
    expect(await wrong({ [NAMES.sums]: null, [NAMES.guide]: null })).toEqual([
      "missing-file VERIFY.md",
      "missing-file SHA256SUMS",
    ]);
    expect(await wrong({ [NAMES.signature]: null })).toEqual(["missing-file SHA256SUMS.sig"]);
  });

  it("have one form, a line for each file", async () => {
    const lines = text(files.get(NAMES.sums)).split("\n");
    const as = (...changed: string[]) => wrong({ [NAMES.sums]: changed.join("\n") });
    expect(await as("no sum", ...lines)).toEqual(["form SHA256SUMS, line 1 no-sum"]);
    expect(await as(...lines.slice(0, -1), `x${lines[0]}`, "")).toEqual([
      `form SHA256SUMS, line ${lines.length} no-sum`,
    ]);
    for (const odd of [`${lines[0]} `, lines[0]?.slice(1) ?? ""]) {
      expect(await as(odd, ...lines.slice(1))).toContain("form SHA256SUMS, line 1 no-sum");
    }
    const form = "form SHA256SUMS sums-order";
    expect(await as(...lines.slice(0, -1))).toEqual([form]);
    expect(await as(lines[1] ?? "", lines[0] ?? "", ...lines.slice(2))).toEqual([form]);
    expect(await as(lines[0] ?? "", ...lines)).toEqual([form]);
  });
});

/** Who signed files of which some are others, and what is said of it. */
async function signed(differently: readonly (readonly [string, Uint8Array | null])[], expected: string | null = null) {
  const found = new Findings();
  const given = new Map([...files, ...differently].filter((file): file is [string, Uint8Array] => file[1] !== null));
  for (const [name, bytes] of differently) if (bytes === null) given.delete(name);
  const by = await checkSignature(given, expected, found);
  const problems = found.problems.map(({ key, at, details }) => [key, at, ...details].join(" "));
  return { by, told: [...problems, ...found.statements.map(({ key, details }) => [key, ...details].join(" "))] };
}

describe("the signature of a bundle", () => {
  it("is by a key that nobody asked for, by the one that was, or by another", async () => {
    const key = await keyFingerprint(signer.publicKey);
    expect(await signed([])).toEqual({ by: key, told: [`signer-unknown ${key}`] });
    expect(await signed([], key)).toEqual({ by: key, told: [`signed-by-expected ${key}`] });
    const other = "0".repeat(64);
    expect(await signed([], other)).toEqual({ by: key, told: [`other-signer signing-key.pem ${key} ${other}`] });
  });

  it("is by nobody where it is of other sums, of another key, or one of the three is not there", async () => {
    const wrongly = { by: null, told: ["signature SHA256SUMS.sig"] };
    expect(await signed([[NAMES.sums, utf8("other sums")]])).toEqual(wrongly);
    const { publicKey } = await oneTimeSigner();
    expect(await signed([[NAMES.key, utf8(pemText("PUBLIC KEY", publicKey))]])).toEqual(wrongly);
    for (const name of [NAMES.sums, NAMES.signature, NAMES.key]) {
      expect(await signed([[name, null]])).toEqual({ by: null, told: [] });
    }
  });

  it("is by nobody where the key is none", async () => {
    expect(await signed([[NAMES.key, utf8("no key")]])).toEqual({
      by: null,
      told: [expect.stringMatching(/^form signing-key.pem no-pem PUBLIC KEY$/)],
    });
  });
});
