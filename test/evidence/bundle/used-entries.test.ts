import { describe, expect, it } from "vitest";
import { type EntrySources, usedEntries } from "../../../src/evidence/bundle/used-entries.ts";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { ownListOf } from "../../../src/watchlist/own-list.ts";
import { type ListedKey, loadWatchlist } from "../../../src/watchlist/watchlist.ts";
import { disclosed, HASH, keptFinding } from "../disclosed.ts";

const OTHER = "cd".repeat(32);
const NONE = "ef".repeat(32);

const listed = (spkiSha256: string | null) => ({
  ...{ role: "interception", roleSources: ["source"], position: "root", subject: "CN=one", sha256: null, sha1: null },
  ...{ spkiSha256, subjectKeyId: null },
});
const authority = (id: string) => ({
  ...{ id, name: { en: id, ru: id }, operator: { en: id, ru: id }, country: "ZZ", sources: [] },
  expectedHosts: [{ mask: "*.example", source: "source" }],
  certificates: [listed(HASH), listed(NONE), listed(null)],
});

const EMPTY = { date: "", publicRoots: [], targets: [], products: [], authorities: [], certificates: [] };
const SOURCES = {
  dossiers: { date: "2026-11-21", authorities: ["one", "two", "three", "four"].map(authority) },
  watchlist: {
    ...loadWatchlist({ ...EMPTY, keys: async () => [] }),
    findKey: (hash: string) => {
      const key = { publicKey: async () => (hash === HASH ? Uint8Array.of(1) : null) } as ListedKey;
      return hash === NONE ? null : key;
    },
  },
  ownList: ownListOf(
    [HASH, OTHER].map((spkiSha256) => ({
      ...{ name: "Mine", why: "a-private-reason", added: "2026-11-21T10:00:00Z", fromChain: false },
      ...{ sha256: NONE, spkiSha256, publicKey: "AQ==", subject: "CN=mine", subjectKeyId: "0a" },
    })) as never,
  ),
} as unknown as EntrySources;

const used = (...records: DisclosedRecord[]) => usedEntries(records, SOURCES);
const key = { spkiSha256: HASH, isLeaf: false };

describe("the entries that go along with records", () => {
  it("are of the authorities that the line, the fields or the reasons name", async () => {
    const { date, authorities } = await used(
      disclosed("connection", { authority: "four" }),
      disclosed(
        "offer",
        {},
        { authority: "one", findings: [keptFinding("own-entry"), keptFinding("a", { authority: "two" })] },
      ),
      disclosed("count"),
    );
    expect(date).toBe("2026-11-21");
    expect(authorities.map(({ id }) => id)).toEqual(["one", "two", "four"]);
  });

  it("have the keys that the list of Rootwatch has", async () => {
    const { authorities } = await used(disclosed("connection", { authority: "one" }));
    expect(authorities).toEqual([
      {
        ...authority("one"),
        expectedHosts: ["*.example"],
        certificates: [
          { ...listed(HASH), publicKey: "AQ==" },
          { ...listed(NONE), publicKey: null },
          { ...listed(null), publicKey: null },
        ],
      },
    ]);
  });

  it("are none of the user's own, where no key is shown", async () => {
    expect((await used(disclosed("connection", { key: HASH }, { key: null, leaf: HASH }))).own).toEqual([]);
  });

  it("have of the user's own what the record shows, and never why", async () => {
    const hidden = { name: null, sha256: null, spkiSha256: HASH, publicKey: "AQ==", subject: null, subjectKeyId: null };
    const certificate = { sha256: NONE, subject: "CN=mine", subjectKeyId: "0a" };
    const own = async (shown: DisclosedRecord["shown"]) => (await used(disclosed("connection", {}, shown))).own;
    expect(await own({ key })).toEqual([hidden]);
    expect(await own({ key, findings: [keptFinding("other")] })).toEqual([hidden]);
    expect(await own({ key, issuers: [] })).toEqual([hidden]);
    expect(await own({ key, findings: [keptFinding("other"), keptFinding("own-entry")] })).toEqual([
      { ...hidden, name: "Mine" },
    ]);
    expect(await own({ key, leaf: OTHER })).toEqual([{ ...hidden, ...certificate }]);
    // One record shows the key and another the reasons of another key: that says nothing of this one.
    const records = [disclosed("connection", {}, { key }), disclosed("connection", {}, { leaf: OTHER })];
    records.push(disclosed("connection", {}, { findings: [keptFinding("own-entry")] }));
    expect((await used(...records)).own).toEqual([hidden]);
  });
});
