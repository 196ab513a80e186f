import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { verifyGuide } from "../../src/evidence/bundle/guide.ts";
import { keyFingerprint, oneTimeSigner, type Signer } from "../../src/evidence/bundle/signature.ts";
import { writeBundle } from "../../src/evidence/bundle/write-bundle.ts";
import { choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import { chainFor, connectionUnder, type Journal, journalOf, makeJournal, makeWorld, type World } from "./journal.ts";
import { selected } from "./selected.ts";

let world: World;
let journal: Journal;
let signer: Signer;
const folder = mkdtempSync(join(tmpdir(), "rootwatch-guide-"));

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 2);
  signer = await oneTimeSigner();
});
afterAll(() => rmSync(folder, { recursive: true }));

const steps = [...verifyGuide("").matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = ""]) => commands);

/** A shell's answer to some commands. */
const shell = (commands: string, cwd: string) =>
  execFileSync("sh", ["-c", `${commands}\ntrue`], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** Puts a bundle with these fields of a journal into a folder of its own. */
async function bundleIn(of: Journal, fields: ReadonlySet<string>): Promise<string> {
  const choice = choiceOf(of.records, fields as typeof READY_FIELDS.publish);
  const bytes = await writeBundle({
    selection: selected(of.records, choice),
    certificate: async (sha256) => of.certificates.get(sha256) ?? null,
    sources: world.sources,
    signer,
    report: () => "<!doctype html>",
    guide: verifyGuide,
  });
  const place = mkdtempSync(join(folder, "run-"));
  writeFileSync(join(place, "bundle.zip"), bytes);
  return place;
}

/** What the steps print, on a bundle in which `spoil` changes something once it is unpacked. */
async function run(fields: ReadonlySet<string>, spoil = "", seal = ""): Promise<string> {
  const place = await bundleIn(journal, fields);
  const [unpack = "", ...others] = steps;
  const script = [unpack, spoil, ...others].join("\n").replaceAll("SEAL", seal);
  return shell(script, place);
}

describe("the steps of VERIFY.md", () => {
  it("find a bundle whole with unzip, sha256sum and openssl alone, and the leaf under the listed key", async () => {
    const [third, last] = [journal.records[2], journal.records.at(-1)];
    const leaf = selected(journal.records, choiceOf(journal.records, READY_FIELDS.newsroom)).records[0]?.shown.leaf;
    const printed = await run(READY_FIELDS.newsroom, "", third?.hash);
    expect(printed).toContain("files unchanged\nno other files\nVerified OK\n");
    expect(printed).toContain(await keyFingerprint(signer.publicKey));
    expect(printed).toContain(`head ${last?.hash}\n3:${third?.hash}`);
    expect(printed).toMatch(/disclosures looked up\ncertificates looked at\n/);
    expect(printed).toContain(`certificates/${leaf}.pem: OK\nunder the listed certificate`);
    expect(printed.match(/: OK/g)).toHaveLength(2);
    expect(printed).not.toMatch(/not the next|in no record|another certificate/);
  });

  it("check a signature by a listed key whose certificate is not in the bundle", async () => {
    const [leaf, intermediate, root] = await chainFor("a.secret.example", world.interceptor);
    if (!leaf || !intermediate || !root) throw new Error("the lab gives a chain");
    const evidence = await connectionUnder(world, [leaf, intermediate], {
      host: "a.secret.example",
      at: Date.UTC(2026, 9, 3),
    });
    const [leafName, intermediateName, rootName] = await Promise.all([leaf, intermediate, root].map(fingerprints));
    if (!leafName || !intermediateName) throw new Error("every certificate has fingerprints");
    const place = await bundleIn({ ...evidence, records: await journalOf([evidence.content]) }, READY_FIELDS.newsroom);
    const printed = shell(steps.join("\n").replaceAll("SEAL", "x"), place);
    expect(printed).toContain("leaves looked at");
    expect(printed).not.toContain(": OK");
    const [byKey = ""] = [...verifyGuide("").matchAll(/```\n(echo KEY[\s\S]*?)```/g)].map(([, commands]) => commands);
    const watchlist = JSON.parse(readFileSync(join(place, "bundle", "watchlist.json"), "utf8"));
    const listed = watchlist.authorities[0].certificates.find(
      ({ spkiSha256 }: { spkiSha256: string }) => spkiSha256 === rootName?.spkiSha256,
    );
    const check = (key: string, { sha256 }: { readonly sha256: string }) => {
      const filled = byKey.replace("KEY", key).replaceAll("FILE", `certificates/${sha256}.pem`);
      const [lastLine = ""] =
        shell(filled.split("\n").slice(0, 3).join("\n"), join(place, "bundle")).match(/\d+:d=/) ?? [];
      return shell(filled.replace("OFFSET", lastLine.replace(":d=", "")), join(place, "bundle"));
    };
    expect(check(listed.publicKey, intermediateName)).toContain("Verified OK");
    expect(check(listed.publicKey, leafName)).not.toContain("Verified OK");
  });

  it("find a bundle without certificates whole", async () => {
    const printed = await run(READY_FIELDS.publish, "", "x");
    expect(printed).toContain("files unchanged\nno other files\nVerified OK\n");
    expect(printed).not.toMatch(/not the next|in no record|another certificate|: OK/);
  });

  it.each([
    ["a changed file", "echo x >> report.html", /^(?![\s\S]*files unchanged)/],
    ["a file too many", "echo x > more", /> more/],
    ["a changed signature", "head -c 60 /dev/zero > SHA256SUMS.sig", /^(?![\s\S]*Verified OK)/],
    ["a record gone", "sed -i 2d records.jsonl", /not the next of the record before: .*"seq":3/],
    ["a changed disclosure", "sed -i '1s/2026/2027/' disclosures.jsonl", /in no record: .*2027/],
    [
      "another certificate",
      'for f in certificates/*.pem; do g=$f; done; mv "$g" certificates/x.pem',
      /another certificate: certificates\/x/,
    ],
  ])("find %s", async (_, spoil, said) => {
    expect(await run(READY_FIELDS.newsroom, spoil, "x")).toMatch(said);
  });

  it("are told in short in Russian, each of them", () => {
    const guide = verifyGuide("");
    const russian = guide.slice(guide.indexOf("## По-русски"));
    expect(russian.match(/^Шаг[^:]*/gm)).toEqual(["Шаги 1–3", "Шаг 4", "Шаг 5", "Шаги 6 и 7"]);
    expect(guide.match(/^### \d/gm)).toHaveLength(7);
  });

  it("are those that the documentation publishes", () => {
    const published = readFileSync("docs/evidence.md", "utf8");
    const guide = verifyGuide("");
    const copy = guide.slice(guide.indexOf("You need `unzip`"), guide.indexOf("## По-русски"));
    expect(published).toContain(copy);
  });
});
