import { execFileSync } from "node:child_process";
import { beforeAll, expect, it } from "vitest";
import { encryptAge, identitiesIn } from "../../../src/evidence/age.ts";
import { EvidenceError } from "../../../src/evidence/evidence-error.ts";
import { packSealed } from "../../../src/evidence/sealed.ts";
import { sealedText } from "../../../src/evidence/sealed-text.ts";
import { choiceOf, READY_FIELDS } from "../../../src/evidence/selection.ts";
import { verifyArchive } from "../../../src/evidence/verify/verify-archive.ts";
import { bundleOf } from "../bundles.ts";
import { type Journal, makeJournal, makeWorld, type World } from "../journal.ts";

const keyFile = () => execFileSync("age-keygen", { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const key = keyFile();
const recipients = [/age1\S+/.exec(key)?.[0] ?? ""];
const secret = { identities: identitiesIn(key) };

let world: World;
let journal: Journal;
let archive: Uint8Array;

const encrypted = (text: string) => encryptAge(new TextEncoder().encode(text), { recipients });

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world);
  const certificates = [...journal.certificates.values()];
  const sealed = await Promise.all(
    journal.records.map(async (record, index) => {
      // A record names its own certificates; here the first brings those of all.
      const text = sealedText({ ...record, certificates: index === 0 ? certificates : [] });
      return [record.seq, await encrypted(text)] as const;
    }),
  );
  archive = packSealed(new Map(sealed));
});

const NOTHING_EXPECTED = { key: null, head: null };
const verify = (bytes: Uint8Array, opening: typeof secret | null, head: string | null = null) =>
  verifyArchive(bytes, opening, world.sources.watchlist, { ...NOTHING_EXPECTED, head });

it("a write-only journal is verified with what opens it, and by a seal", async () => {
  const head = journal.records.at(-1)?.hash ?? "";
  const { whole, statements, contents } = await verify(archive, secret, head);
  expect(whole).toBe(true);
  expect(contents.records.map(({ record }) => record.seq)).toEqual([1, 2, 3, 4]);
  const said = statements.map(({ key: each, details }) => [each, ...details].join(" "));
  expect(said.slice(0, 3)).toEqual(["sealed", "records 4 4", "head 4"]);
  expect((await verify(archive, secret, "ab".repeat(32))).problems).toMatchObject([{ key: "head" }]);
});

it("without it, with another key, or where a record is none, it cannot be read at all", async () => {
  await expect(verify(archive, null)).rejects.toThrow(EvidenceError);
  await expect(verify(archive, null)).rejects.toThrow("archive: needs-secret");
  await expect(verify(archive, { identities: identitiesIn(keyFile()) })).rejects.toThrow(
    "sealed/000001.age: not-decrypted",
  );
  const none = packSealed(new Map([[7, await encrypted("{}")]]));
  await expect(verify(none, secret)).rejects.toThrow("sealed/000007.age: no-sealed-record");
});

it("any other archive is verified as a bundle, for which nothing need be opened", async () => {
  const bundle = await bundleOf(world, journal, choiceOf(journal.records, READY_FIELDS.newsroom));
  const { whole, signer } = await verify(bundle, null);
  expect([whole, typeof signer]).toEqual([true, "string"]);
});
