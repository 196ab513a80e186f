import { beforeAll, describe, expect, it } from "vitest";
import { packArchive } from "../../src/evidence/archive.ts";
import { certificateName, NAMES, sumsText } from "../../src/evidence/bundle/form.ts";
import { oneTimeSigner, type Signer } from "../../src/evidence/bundle/signature.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { pemText } from "../../src/evidence/pem.ts";
import { choiceOf, READY_FIELDS, singleChoice } from "../../src/evidence/selection.ts";
import { readFiles } from "../../src/evidence/verify/read-files.ts";
import { Random } from "../fuzz/random.ts";
import { bundleOf, verified } from "./bundles.ts";
import { type Journal, makeJournal, makeWorld, type World } from "./journal.ts";

let world: World;
let journal: Journal;
let signer: Signer;
let bundle: Uint8Array;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 1);
  signer = await oneTimeSigner();
  bundle = await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.newsroom), signer);
});

/** What is wrong with an archive, as "key at"; what cannot be read at all is "unreadable at". */
async function faults(archive: Uint8Array, expectations: Parameters<typeof verified>[2] = {}): Promise<string[]> {
  try {
    const { problems } = await verified(world, archive, expectations);
    return problems.map(({ key, at }) => `${key} ${at}`);
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return [`unreadable ${error.at}`];
  }
}

type Edit = (random: Random, files: Map<string, Uint8Array>) => void;

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const utf8 = (value: string) => new TextEncoder().encode(value);

/** Edits one of the files, unless its content stays the same. */
const inFile =
  (edit: (random: Random, content: string) => string): Edit =>
  (random, files) => {
    const name = random.pick([NAMES.records, NAMES.disclosures]);
    files.set(name, utf8(edit(random, text(files.get(name)))));
  };

const lines = (content: string) => content.split("\n").slice(0, -1);
const joined = (all: readonly string[]) => all.map((line) => `${line}\n`).join("");

/** What somebody may do to the files of a bundle. The last three are found also when the sums are made and signed again. */
const EDITS: Readonly<Record<string, Edit>> = {
  "a byte changed": (random, files) => {
    const [name, bytes] = random.pick([...files]);
    const copy = bytes.slice();
    const at = random.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    files.set(name, copy);
  },
  "bytes cut off": (random, files) => {
    const [name, bytes] = random.pick([...files]);
    files.set(name, bytes.slice(0, random.below(bytes.length)));
  },
  "a byte inserted": (random, files) => {
    const [name, bytes] = random.pick([...files]);
    const at = random.below(bytes.length + 1);
    files.set(name, new Uint8Array([...bytes.subarray(0, at), random.below(256), ...bytes.subarray(at)]));
  },
  "a file removed": (random, files) => void files.delete(random.pick([...files.keys()])),
  "a certificate added": (random, files) =>
    void files.set(certificateName(random.below(16).toString(16).repeat(64)), utf8(pemText("CERTIFICATE", utf8("no")))),
  "two files exchanged": (random, files) => {
    const [one, other] = [random.pick([...files.keys()]), random.pick([...files.keys()])];
    const [a, b] = [files.get(one), files.get(other)];
    if (a && b && text(a) !== text(b)) files.set(one, b).set(other, a);
    else files.delete(one);
  },
  "a line removed": inFile((random, content) => {
    const all = lines(content);
    // Without its last lines a journal is whole: only a seal finds that.
    all.splice(random.below(Math.max(1, all.length - 14)), 1);
    return joined(all);
  }),
  "two lines exchanged": inFile((random, content) => {
    const all = lines(content);
    const at = random.below(all.length - 1);
    return joined([...all.slice(0, at), all[at + 1] ?? "", all[at] ?? "", ...all.slice(at + 2)]);
  }),
  "a line repeated": inFile((random, content) => {
    const all = lines(content);
    const at = random.below(all.length);
    return joined([...all.slice(0, at), all[at] ?? "", ...all.slice(at)]);
  }),
  "a value changed": inFile((random, content) => {
    // What the last record says openly is held by nothing but a seal.
    const last = content.lastIndexOf("\n", content.length - 2);
    const at = [...content.slice(0, last).matchAll(/[0-9]/g)].map(({ index }) => index);
    const place = random.pick(at);
    const digit = String((Number(content[place]) + 1 + random.below(9)) % 10);
    return content.slice(0, place) + digit + content.slice(place + 1);
  }),
};

const NOT_SIGNED_AGAIN = 700;

describe("1,000 random edits", { timeout: 300_000 }, () => {
  it.each([
    ["700 of them as they are", NOT_SIGNED_AGAIN, false],
    ["300 of records and disclosures, with new sums and a new signature", 300, true],
  ])("are all found, with the place: %s", async (_, count, signedAgain) => {
    const random = new Random(signedAgain ? 11 : 7);
    const names = Object.keys(EDITS).slice(signedAgain ? 7 : 0);
    const edited = Array.from({ length: count }, () => {
      const files = new Map([...readFiles(bundle).files]);
      const name = random.pick(names);
      EDITS[name]?.(random, files);
      return { name, files };
    });
    const seen = edited.map(async ({ name, files }, round) => {
      if (signedAgain) await signAgain(files);
      const found = await faults(packArchive(files));
      expect(found, `${round}: ${name}`).not.toEqual([]);
      for (const fault of found) expect(fault).toMatch(/^[a-z-]+ [A-Za-z0-9./-]+/);
    });
    await Promise.all(seen);
  });

  it("are found in the archive's own bytes, too", async () => {
    const random = new Random(13);
    for (let round = 0; round < 100; round++) {
      const copy = bundle.slice();
      const at = random.below(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
      expect(await faults(copy), `byte ${at}`).not.toEqual([]);
    }
  });
});

async function signAgain(files: Map<string, Uint8Array>, by = signer): Promise<void> {
  const sums = utf8(await sumsText(files));
  files.set(NAMES.sums, sums);
  files.set(NAMES.signature, await by.sign(sums));
}

describe("who leaves out the last records and signs again", () => {
  it("is found by a seal that was given before, and by nothing else", async () => {
    const choice = choiceOf(journal.records.slice(0, 3), READY_FIELDS.newsroom);
    const shortened = { ...journal, records: journal.records.slice(0, 3) };
    const bytes = await bundleOf(world, shortened, choice, signer);
    expect(await faults(bytes)).toEqual([]);
    expect(await faults(bytes, { head: journal.records[2]?.hash ?? "" })).toEqual([]);
    expect(await faults(bytes, { head: journal.records[3]?.hash ?? "" })).toEqual(["head seal"]);
  });

  it("needs the same key, where the reader knows it", async () => {
    const files = new Map([...readFiles(bundle).files]);
    const other = await oneTimeSigner();
    files.set(NAMES.key, utf8(pemText("PUBLIC KEY", other.publicKey)));
    await signAgain(files, other);
    expect(await faults(packArchive(files))).toEqual([]);
    expect(await faults(packArchive(files), { key: "0".repeat(64) })).toEqual(["other-signer signing-key.pem"]);
  });
});

describe("a record that claims more than its certificates show", () => {
  it("is found, however well it is chained and signed", async () => {
    const single = await bundleOf(world, journal, singleChoice(1), signer);
    const files = new Map([...readFiles(single).files]);
    files.set(
      NAMES.watchlist,
      utf8(text(files.get(NAMES.watchlist)).replace(/"authorities":\[.*?\],"own"/, '"authorities":[],"own"')),
    );
    await signAgain(files);
    expect(await faults(packArchive(files))).toEqual(["not-borne-out records.jsonl, line 1"]);
  });
});
