import { describe, expect, it } from "vitest";
import { NO_ENTRIES } from "../../../src/evidence/bundle/bundle-watchlist.ts";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import { sideBySide } from "../../../src/evidence/verify/side-by-side.ts";
import { disclosed, HASH } from "../disclosed.ts";

const bundle = (...records: DisclosedRecord[]) => ({ records, certificates: new Map(), watchlist: NO_ENTRIES });
const network = (provider: string) => ({ network: { provider, line: "", note: "" } });
/** A record by its place in some journal, of a connection. */
const record = (said: { authority?: string; key?: string }, shown: Partial<Fields>, seq = 1, prev = HASH) =>
  disclosed("connection", { ...said, seq, prev }, shown);

describe("what several bundles have in common", () => {
  it("is an authority, wherever a record names it, with the days and networks of each", () => {
    const { shared } = sideBySide([
      bundle(
        record({ authority: "one" }, { month: "2026-11", day: "2026-11-22", ...network("B") }),
        record({ authority: "one" }, { month: "2026-10", ...network("A") }),
        record({ authority: "one" }, { month: "2026-10", ...network("") }),
        record({ authority: "alone" }, { month: "2026-10" }),
        record({}, {}),
      ),
      bundle(record({}, { authority: "one", key: { spkiSha256: HASH, isLeaf: false }, network: null }), record({}, {})),
    ]);
    expect(shared).toEqual([
      {
        ...{ authority: "one", key: null },
        seen: [
          { bundle: 0, dates: ["2026-10", "2026-11-22"], networks: ["A", "B"] },
          { bundle: 1, dates: [], networks: [] },
        ],
      },
    ]);
  });

  it("is an authority also where that is called like a key with something before or behind it, or cut", () => {
    for (const authority of [`x${HASH}`, `${HASH}x`, HASH.slice(1)]) {
      const { shared } = sideBySide([bundle(record({ authority }, {})), bundle(record({ authority }, {}))]);
      expect(shared).toMatchObject([{ authority, key: null }]);
    }
  });

  it("is a key where no authority is named, that of an added root, too", () => {
    const key = { spkiSha256: HASH, isLeaf: false };
    const { shared } = sideBySide([
      bundle(record({ key: HASH }, {})),
      bundle(record({}, { key: { ...key, spkiSha256: "cd".repeat(32) } }), record({}, { key: null })),
      bundle(disclosed("added-root", {}, { month: "2026-11", key })),
    ]);
    expect(shared).toEqual([
      {
        ...{ authority: null, key: HASH },
        seen: [
          { bundle: 0, dates: [], networks: [] },
          { bundle: 2, dates: ["2026-11"], networks: [] },
        ],
      },
    ]);
  });
});

describe("bundles of one journal", () => {
  const first = record({ authority: "one" }, {}, 1, "0".repeat(64));
  const second = record({}, {}, 2, first.hash);

  it("have a record in common, or the one goes on where the other ends", () => {
    expect(sideBySide([bundle(first), bundle(first, second)]).sameJournal).toEqual([[0, 1]]);
    expect(sideBySide([bundle(second), bundle(record({}, {}, 1)), bundle(first)]).sameJournal).toEqual([[0, 2]]);
  });

  it("are not those that only begin alike, before their first records", () => {
    const other = record({ authority: "two" }, {}, 1, "0".repeat(64));
    expect(sideBySide([bundle(first), bundle(other)]).sameJournal).toEqual([]);
  });
});
