import { beforeAll, describe, expect, it } from "vitest";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { NAMES } from "../../src/evidence/bundle/form.ts";
import { oneTimeSigner, type Signer } from "../../src/evidence/bundle/signature.ts";
import { disclosureLine, parseDisclosure } from "../../src/evidence/disclosure.ts";
import { FIELDS_OF, type FieldName, type Fields } from "../../src/evidence/field.ts";
import { parseRecord } from "../../src/evidence/record.ts";
import { type Choice, choiceOf } from "../../src/evidence/selection.ts";
import { readFiles } from "../../src/evidence/verify/read-files.ts";
import { chainUnder, MINUTE } from "../detection/seen.ts";
import { Random } from "../fuzz/random.ts";
import { bundleOf } from "./bundles.ts";
import { connectionUnder, type Journal, journalOf, makeJournal, makeWorld, type World } from "./journal.ts";
import { selected } from "./selected.ts";

let world: World;
let journal: Journal;
let signer: Signer;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 2);
  signer = await oneTimeSigner();
});

const NAMES_OF_FIELDS = [...new Set(Object.values(FIELDS_OF).flat())];

function fieldsOf(disclosures: readonly string[]): Partial<Fields> {
  return Object.fromEntries(
    disclosures.map((line) => {
      const { name, value } = parseDisclosure(line, "here");
      return [name, value];
    }),
  );
}

/** Everything that leads to the host: what the certificate made for it has of its own. */
async function traces(sha256: string): Promise<string[]> {
  const der = journal.certificates.get(sha256);
  if (!der) throw new Error("the journal has lost a certificate");
  const leaf = parseCertificate(der);
  const prints = await fingerprints(leaf);
  const base64 = Buffer.from(der).toString("base64");
  return [prints.sha256, prints.sha1, prints.spkiSha256, leaf.serial, base64.slice(0, 60), base64.slice(-64, -4)];
}

/** What must not be in the bundle of a choice, by the record and field it comes from. */
async function secrets({ records }: Choice): Promise<[string, string][]> {
  const all = journal.records.map(({ seq, line, disclosures }) => ({
    seq,
    record: parseRecord(line, "here"),
    fields: fieldsOf(disclosures),
    hides: (name: FieldName) => !records.get(seq)?.has(name),
  }));
  // Days and roots are those of several records, and one of them may show what another hides.
  const isShownBy = (isSame: (fields: Partial<Fields>) => boolean, ...names: FieldName[]) =>
    all.some(({ fields, hides }) => isSame(fields) && !names.some(hides));
  const hidden: [string, string][] = [];
  for (const { seq, record, fields, hides } of all) {
    const tell = (name: FieldName, ...values: string[]) =>
      hidden.push(...values.map((value): [string, string] => [`${seq} ${name}`, value]));
    const { host, leaf, address, network, month, day, time, last, key } = fields;
    if (host && hides("host")) tell("host", host);
    if (leaf && (hides("host") || hides("leaf") || hides("day"))) tell("leaf", ...(await traces(leaf)));
    if (address && (hides("address") || hides("host"))) tell("address", address);
    if (network && hides("network")) tell("network", network.provider, network.note);
    if (time && (hides("time") || hides("hour"))) tell("time", time);
    if (last && hides("last")) tell("last", last);
    if (day && (hides("day") || hides("month")) && !isShownBy((other) => other.day === day, "day", "month")) {
      tell("day", day);
    }
    if (month && hides("month") && !isShownBy((other) => other.month === month, "month")) tell("month", month);
    const isOpen = "key" in record && record.key !== null;
    if (key && hides("key") && !isOpen && !isShownBy((other) => other.key?.spkiSha256 === key.spkiSha256, "key")) {
      const issuers = await Promise.all((fields.issuers ?? []).map(traces));
      tell("key", key.spkiSha256, ...issuers.flat());
    }
  }
  return hidden;
}

describe("what is hidden", () => {
  it("is nowhere in the bundle, nor is anything that leads to it, for 100 random choices", async () => {
    const random = new Random(21);
    let looked = 0;
    for (let round = 0; round < 100; round++) {
      const density = 3 + random.below(7);
      const fields = new Set<FieldName>(NAMES_OF_FIELDS.filter(() => random.below(10) < density));
      const chosen = journal.records.filter(() => random.below(4) > 0);
      const choice = { records: new Map(chosen.map(({ seq }) => [seq, fields])), withChain: random.below(2) === 0 };
      const { files } = readFiles(await bundleOf(world, journal, choice, signer));
      const all = [...files]
        .map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString("latin1").replaceAll("\n", "")}`)
        .join("\n");
      for (const [where, secret] of await secrets(choice)) {
        looked++;
        expect(all.includes(secret), `round ${round}: ${where} ${secret}`).toBe(false);
      }
    }
    expect(looked).toBeGreaterThan(2000);
  });

  it.each([
    ["the whole chain", {}],
    ["the leaf alone", { basis: "leaf-only", rootIsBuiltIn: null }],
    ["what was accepted as an exception", { exceptionAccepted: true }],
  ] as const)("is not told by a leaf made just now, where the browser shows %s", async (_, differently) => {
    const at = Date.UTC(2026, 9, 3, 8, 17);
    const chain = await chainUnder(world.interceptor, { notBefore: new Date(at - 10 * MINUTE) });
    const { content } = await connectionUnder(world, chain, { host: "a.example", at }, differently);
    const records = await journalOf([content]);
    const shown = (names: readonly FieldName[]) =>
      selected(records, choiceOf(records, new Set(names))).records[0]?.shown;
    const all: readonly FieldName[] = FIELDS_OF.connection;
    expect(shown(all)).toHaveProperty("leaf");
    expect(shown(all.filter((name) => name !== "time"))).not.toHaveProperty("leaf");
  });

  it("of an own entry is left out of the list in the bundle, and why it is watched always", async () => {
    const own = world.sources.ownList.entries[0];
    const watchlistOf = async (fields: readonly FieldName[]) => {
      const choice = { records: new Map([[2, new Set(fields)]]), withChain: true };
      const { files } = readFiles(await bundleOf(world, journal, choice, signer));
      return Buffer.from(files.get(NAMES.watchlist) ?? []).toString();
    };
    expect(await watchlistOf(["month"])).not.toContain(own?.spkiSha256);
    const withKey = await watchlistOf(["month", "key"]);
    expect(withKey).toContain(own?.spkiSha256);
    expect(withKey).not.toContain("Mine");
    expect(withKey).not.toContain(own?.subject);
    expect(withKey).not.toContain(own?.sha256);
    expect(await watchlistOf(["month", "key", "issuers"])).toContain(own?.subject);
    const withReasons = await watchlistOf(["month", "day", "host", "authority", "key", "findings"]);
    expect(withReasons).toContain("Mine");
    expect(withReasons).not.toContain("a-private-reason");
  });

  it("does not come out as a certificate that a server sent a second time, among those of its issuers", async () => {
    const [first, , third] = journal.records;
    if (!first || !third) throw new Error("the journal is empty");
    const { line, disclosures } = third;
    const leaf = fieldsOf(disclosures).leaf ?? "";
    const issuers = disclosureLine("issuers", [...(fieldsOf(disclosures).issuers ?? []), leaf]);
    const names: readonly FieldName[] = FIELDS_OF.connection;
    const changed = disclosures.map((each, index) => (names[index] === "issuers" ? issuers : each));
    const records = [first, { ...third, line, disclosures: changed }];
    const choice = choiceOf(records, new Set<FieldName>(["month", "day", "key", "issuers"]));
    const shown = selected(records, choice).records;
    expect(shown.map((record) => Object.keys(record.shown).includes("issuers"))).toEqual([true, false]);
  });
});
