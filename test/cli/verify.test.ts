import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encryptAge } from "../../src/evidence/age.ts";
import { keyFingerprint, oneTimeSigner, type Signer } from "../../src/evidence/bundle/signature.ts";
import { packSealed } from "../../src/evidence/sealed.ts";
import { sealedText } from "../../src/evidence/sealed-text.ts";
import { choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import { bundleOf } from "../evidence/bundles.ts";
import { type Journal, makeJournal, makeWorld, type World } from "../evidence/journal.ts";
import { rootwatch } from "./run.ts";

let folder: string;
let world: World;
let journal: Journal;
let signer: Signer;
let bundle: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rootwatch-verify-"));
  world = await makeWorld();
  journal = await makeJournal(world, 1);
  signer = await oneTimeSigner();
  bundle = await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.newsroom), signer);
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, contents: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, contents);
  return path;
}

const run = async (...words: string[]) => {
  const { status, stdout } = await rootwatch(["verify", ...words, "--json"]);
  return {
    status,
    results: stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
};

describe("rootwatch verify", () => {
  it("says that a bundle is whole, that its signer is unknown, and what today's list says otherwise", async () => {
    const path = await file("whole.zip", bundle);
    const { status, stdout } = await rootwatch(["verify", path]);
    expect(status).toBe(0);
    expect(stdout).toContain("  This file is whole and unchanged\n");
    expect(stdout).toContain(
      `Unchanged since signing; signer unknown. The key: ${await keyFingerprint(signer.publicKey)}.`,
    );
    // The made authority is on the bundle's list alone.
    expect(stdout).toContain("Record 1: by the list in the file “Someone else can read and change this connection”");
    const kazakh = await rootwatch(["verify", path, "--lang", "kk"]);
    expect(kazakh.stdout).toContain("Файл бүтін");
  });

  it("exits 1 for another signer, a seal that is not there, and a changed byte, with the place", async () => {
    const path = await file("signed.zip", bundle);
    const [key, head] = [await keyFingerprint(signer.publicKey), journal.records.at(-1)?.hash ?? ""];
    expect((await run(path, "--key", key.toUpperCase(), "--head", head)).status).toBe(0);
    const other = await run(path, "--key", "0".repeat(64), "--head", "1".repeat(64));
    expect(other.status).toBe(1);
    expect(other.results[0].problems.map(({ key, at }: { key: string; at: string }) => [key, at])).toEqual([
      ["other-signer", "signing-key.pem"],
      ["head", "seal"],
    ]);
    const changed = Buffer.from(bundle);
    changed.write("suspected", changed.indexOf("intercepted"));
    const changedPath = await file("changed.zip", changed);
    const broken = await run(changedPath);
    expect(broken.status).toBe(1);
    expect(broken.results[0].problems[0].text).toMatch(/^the archive, byte \d+: not in the form .*: from here on/);
    const russian = await rootwatch(["verify", changedPath, "--lang", "ru"]);
    expect(russian.stdout).toMatch(/! архив, байт \d+: написано не так, .*: отсюда байты не те/);
  });

  it("exits 2 for what is no bundle, and still verifies the others", async () => {
    const { status, results } = await run(
      await file("no.zip", "no"),
      await file("yes.zip", bundle),
      join(folder, "none"),
    );
    expect(status).toBe(2);
    expect(results.map(({ whole }) => whole)).toEqual([false, true, false]);
    expect(results[0].unreadable).toMatchObject({ at: "archive, byte 0" });
  });

  it("opens what is encrypted to an age key, bundles and single records", async () => {
    const identity = await generateIdentity();
    const readers = { recipients: [await identityToRecipient(identity)] };
    const keyFile = await file("key.txt", `# a comment\n${identity}\n`);
    const path = await file("bundle.zip.age", await encryptAge(bundle, readers));
    expect((await run(path)).status).toBe(2);
    expect((await run(path, "--identity", keyFile)).status).toBe(0);
    const sealed = new Map<number, Uint8Array>();
    for (const { seq, line, disclosures } of journal.records) {
      const named = [...journal.certificates].filter(([sha256]) => disclosures.join().includes(sha256));
      const text = sealedText({ line, disclosures, certificates: named.map(([, der]) => der) });
      sealed.set(seq, await encryptAge(new TextEncoder().encode(text), readers));
    }
    const archive = await file("sealed.zip", packSealed(sealed));
    expect((await run(archive)).status).toBe(2);
    const { status, results } = await run(archive, "--identity", keyFile);
    // The made authority is on no list that this verifier has.
    expect(results[0].statements.map(({ key }: { key: string }) => key)).toContain("recorded-otherwise");
    expect(status).toBe(0);
  });

  it("lays several bundles side by side, and tells those of one journal", async () => {
    const other = await makeJournal(world, 1);
    const all = choiceOf(other.records, READY_FIELDS.newsroom);
    const [one, same, another] = [
      await file("one.zip", bundle),
      await file("same.zip", await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.publish))),
      await file("another.zip", await bundleOf(world, other, all)),
    ];
    const { status, results } = await run(one, same, another);
    expect(status).toBe(0);
    const together = results[3];
    expect(together.sameJournal).toEqual([[0, 1]]);
    expect(together.shared[0]).toMatchObject({
      authority: "lab-interception",
      seen: [
        { bundle: 0, dates: ["2026-10-03"], networks: ["Provider 0.0"] },
        { bundle: 1, dates: ["2026-10"], networks: [] },
        { bundle: 2, dates: ["2026-10-03"], networks: ["Provider 0.0"] },
      ],
    });
    expect((await rootwatch(["verify", one, same])).stdout).toContain("are of one journal");
  });

  it.each([
    [["--head", "x", "a.zip"], "--head: 64 hexadecimal digits are wanted"],
    [["--head", "0".repeat(64), "a.zip", "b.zip"], "--head is for one BUNDLE"],
    [[], "a BUNDLE is missing"],
  ])("%s: exit 2 and a sentence", async (words, sentence) => {
    const { status, stderr } = await rootwatch(["verify", ...words]);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
