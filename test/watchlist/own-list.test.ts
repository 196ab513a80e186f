import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { OwnEntry } from "../../src/watchlist/own-entry.ts";
import { checkedOwnEntries, ownListOf, ownListText, parseOwnList } from "../../src/watchlist/own-list.ts";
import { withOwnEntries, withoutOwnEntry } from "../../src/watchlist/own-list-changes.ts";
import { OwnListError } from "../../src/watchlist/own-list-error.ts";
import { departures, schemaFile } from "./json-schema.ts";
import { someEntry } from "./own-entries.ts";

let one: OwnEntry;
let two: OwnEntry;

beforeAll(async () => {
  [one, two] = await Promise.all([someEntry({ name: "One", why: "A reason." }), someEntry({ name: "Two" })]);
});

const text = (entries: readonly unknown[], differently: object = {}) =>
  JSON.stringify({ format: "rootwatch-own-list", version: 1, entries, ...differently });

async function refusal(file: string): Promise<{ fault: string; at: string; message: string }> {
  const error = await parseOwnList(file).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(OwnListError);
  return error;
}

describe("an own list", () => {
  it("comes back as it was exported", async () => {
    const list = ownListOf([one, two]);
    expect(await parseOwnList(ownListText(list))).toEqual(list);
    expect(await parseOwnList(`\uFEFF${ownListText(list)}`)).toEqual(list);
  });

  it("is exported in the form that the documentation describes, field for field", () => {
    const schema = schemaFile("own-list.schema.json");
    const longest = {
      ...two,
      name: "x".repeat(80),
      why: "y".repeat(500),
      sha256: null,
      subject: null,
      subjectKeyId: null,
    };
    expect(departures(JSON.parse(ownListText(ownListOf([one, longest]))), schema)).toEqual([]);
    expect(departures(JSON.parse(text([{ ...one, name: "" }])), schema)).not.toEqual([]);
    expect(departures(JSON.parse(text([one], { version: 2 })), schema)).not.toEqual([]);
    const [, example = ""] = /```json\n([\s\S]*?)```/.exec(readFileSync("docs/own-list.md", "utf8")) ?? [];
    expect(Object.keys(JSON.parse(example).entries[0])).toEqual(schema.properties?.entries?.items?.required);
    expect(Object.keys(one).sort()).toEqual(Object.keys(JSON.parse(example).entries[0]).sort());
  });

  it.each([
    ["no JSON", () => "{", "not-json", "list"],
    ["an array", () => "[]", "other-format", "list"],
    ["another format", () => text([], { format: "other" }), "other-format", "list"],
    ["a newer version", () => text([{ new: true }], { version: 2, more: 1 }), "other-version", "version"],
    ["a field beside the entries", () => text([], { more: 1 }), "other-format", "more"],
    ["entries that are none", () => text([], { entries: "x" }), "other-format", "entries"],
    ["an entry that is none", () => text([one, null]), "bad-entry", "entries.1"],
    ["a field too many", () => text([{ ...one, more: 1 }]), "bad-entry", "entries.0.more"],
    ["a field too few", () => text([one, { ...two, why: undefined }]), "bad-entry", "entries.1.why"],
    ["an empty name", () => text([{ ...one, name: " " }]), "bad-entry", "entries.0.name"],
    ["a name of 81 characters", () => text([{ ...one, name: "x".repeat(81) }]), "bad-entry", "entries.0.name"],
    ["a reason of 501 characters", () => text([{ ...one, why: "x".repeat(501) }]), "bad-entry", "entries.0.why"],
    [
      "a day that does not exist",
      () => text([{ ...one, added: "2026-02-30T00:00:00Z" }]),
      "bad-entry",
      "entries.0.added",
    ],
    ["a key that is not base64", () => text([{ ...one, publicKey: "%" }]), "bad-entry", "entries.0.publicKey"],
    ["a key that is none", () => text([one, { ...two, publicKey: "AAAA" }]), "bad-entry", "entries.1.publicKey"],
    [
      "the hash of another key",
      () => text([{ ...one, spkiSha256: two.spkiSha256 }]),
      "wrong-hash",
      "entries.0.spkiSha256",
    ],
    ["a hash in capitals", () => text([{ ...one, sha256: "A".repeat(64) }]), "bad-entry", "entries.0.sha256"],
    ["the same twice", () => text([one, two, one]), "duplicate", "entries.2"],
  ])("with %s is refused, and the place is named", async (_, file, fault, at) => {
    const error = await refusal(file());
    expect(error).toMatchObject({ fault, at });
    expect(error.message.startsWith(`${at}: `)).toBe(true);
  });
});

describe("a list made to do harm", () => {
  it.each([
    ["a name of a megabyte", () => text([{ ...one, name: "x".repeat(1_000_000) }]), "entries.0.name"],
    ["a key of a megabyte", () => text([{ ...one, publicKey: "A".repeat(1_000_000) }]), "entries.0.publicKey"],
    ["ten thousand entries", () => text(Array.from({ length: 10_000 }, () => one)), "entries"],
    ["a prototype", () => text([]).replace("{", '{"__proto__":{"polluted":1},'), "__proto__"],
    [
      "a prototype in an entry",
      () => text([one]).replace("[{", '[{"__proto__":{"polluted":1},'),
      "entries.0.__proto__",
    ],
  ])("%s is refused with a short sentence", async (_, file, at) => {
    const error = await refusal(file());
    expect(error.at).toBe(at);
    expect(error.message.length).toBeLessThan(300);
    expect(error.message).not.toContain("xxxx");
    expect("polluted" in {}).toBe(false);
  });

  it("a field with a name of a megabyte makes no long sentence", async () => {
    expect((await refusal(text([{ ...one, ["x".repeat(1_000_000)]: 1 }]))).message.length).toBeLessThan(300);
  });

  it("nesting without end is refused", async () => {
    expect((await refusal(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).fault).toMatch(/not-json|other-format/);
  });

  it("a name that turns the direction of text is kept as it is, to be shown with its characters visible", async () => {
    const name = "\u202Egnp.exe\u0000";
    expect((await parseOwnList(text([{ ...one, name }]))).entries[0]?.name).toBe(name);
  });
});

describe("merging", () => {
  it("adds what is new, counts it, and leaves what was there with its words", () => {
    const { list, added } = withOwnEntries(ownListOf([one]), [{ ...one, name: "Renamed", why: "" }, two, two]);
    expect(added).toBe(1);
    expect(list.entries).toEqual([one, two]);
  });

  it("takes a certificate and its bare key for two things", () => {
    const key = { ...one, sha256: null, subject: null };
    expect(withOwnEntries(ownListOf([one]), [key]).list.entries).toEqual([one, key]);
    expect(withoutOwnEntry(ownListOf([one, key]), key).entries).toEqual([one]);
  });

  it("adds nothing when there would be more than 500", async () => {
    const full = ownListOf(
      Array.from({ length: 500 }, (_, n) => ({ ...one, sha256: n.toString(16).padStart(64, "0") })),
    );
    expect(() => withOwnEntries(full, [two])).toThrow(OwnListError);
    expect(withOwnEntries(full, full.entries)).toEqual({ list: full, added: 0 });
    expect(await checkedOwnEntries(full.entries)).toHaveLength(500);
  });
});
