import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { fingerprints } from "../../../src/certificate/fingerprint.ts";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import { judgeAgain } from "../../../src/evidence/verify/judge-again.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";
import { ownListOf } from "../../../src/watchlist/own-list.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { withOwnList } from "../../../src/watchlist/with-own-list.ts";
import { uncheckable } from "../../certificate/made.ts";
import { parsed } from "../../detection/observations.ts";
import { chainUnder } from "../../detection/seen.ts";
import { watchlistOf } from "../../detection/watchlists.ts";
import { createIntermediate, createRoot } from "../../lab/certification-authority.ts";
import * as x509 from "../../lab/x509.ts";
import { ownEntry } from "../../watchlist/own-entries.ts";
import { disclosed, HASH } from "../disclosed.ts";

/** A leaf, an intermediate and a root; the same with a signature that cannot be checked, of the leaf or of the intermediate. */
let chain: string[];
let odd: string[];
let oddAbove: string[];
/** A leaf and a root: the same root, another, and another of the same name. */
let direct: string[];
let stranger: string[];
let namesake: string[];
let certificates: Map<string, Certificate>;
/** Has the root. */
let listed: Watchlist;
/** Has a leaf that was wrongly issued. */
let misissued: Watchlist;
/** Has the root as one that the user watches. */
let own: Watchlist;
/** Have neither. */
let empty: Watchlist;
let another: Watchlist;

beforeAll(async () => {
  const [root, strange] = await Promise.all([
    createRoot({ name: "CN=Listed Root", algorithm: "ec" }),
    createRoot({ name: "CN=Strange Root", algorithm: "ec" }),
  ]);
  const intermediate = await createIntermediate(root, { name: "CN=Intermediate", algorithm: "ec" });
  certificates = new Map();
  const hashesOf = async (given: readonly Certificate[]) => {
    const hashes = await Promise.all(given.map(async (each) => (await fingerprints(each)).sha256));
    for (const [index, each] of given.entries()) certificates.set(hashes[index] ?? "", each);
    return hashes;
  };
  const whole = await chainUnder(intermediate);
  chain = await hashesOf(whole);
  const [leaf, above] = whole.map(({ der }) => new x509.X509Certificate(Uint8Array.from(der)));
  if (!leaf || !above) throw new Error("the chain is too short");
  odd = [...(await hashesOf(parsed([uncheckable(leaf)]))), ...chain.slice(1)];
  oddAbove = [...chain.slice(0, 1), ...(await hashesOf(parsed([uncheckable(above)]))), ...chain.slice(2)];
  direct = await hashesOf(await chainUnder(root));
  namesake = await hashesOf(await chainUnder(await createRoot({ name: "CN=Listed Root", algorithm: "ec" })));
  stranger = await hashesOf(await chainUnder(strange));
  listed = await watchlistOf(root.path[0], "interception");
  misissued = await watchlistOf(leaf, "misissued");
  own = withOwnList(await watchlistOf(strange.path[0], "misissued"), ownListOf([await ownEntry(root.path[0])]));
  [empty, another] = [await watchlistOf(strange.path[0], "misissued"), await watchlistOf(strange.path[0], "misissued")];
});

type Said = Parameters<typeof disclosed<"connection">>[1];

/** A record of a connection that claims an interception by the listed authority, unless told otherwise. */
const claiming = (hashes: readonly string[], said: Said = {}, shown: Partial<Fields> = {}) =>
  disclosed(
    "connection",
    { verdict: "intercepted", authority: "test-authority", ...said },
    { leaf: hashes[0] ?? null, issuers: hashes.slice(1), ...shown },
  );
const NOTHING: Said = { verdict: "nothing-found", authority: null };

/** What judging again by the list of the evidence and by one's own says. */
async function told(records: DisclosedRecord | readonly DisclosedRecord[], given: Watchlist, current = given) {
  const found = new Findings();
  const placed = [records].flat().map((record, index) => [record, `line ${index + 1}`] as const);
  await judgeAgain(placed, certificates, { given, current }, found);
  const problems = found.problems.map(({ key, at, details }) => [key, at, ...details].join(" "));
  return [...problems, ...found.statements.map(({ key, details }) => [key, ...details].join(" "))];
}

describe("a claim that is judged again", () => {
  it("is borne out, and stands by the verifier's own list or not", async () => {
    expect(await told(claiming(chain), listed)).toEqual(["judged 1", "stands 1"]);
    expect(await told(claiming(chain.slice(0, 2)), listed)).toEqual(["judged 1", "stands 1"]);
    expect(await told(claiming(direct.slice(0, 1)), listed)).toEqual(["judged 1", "stands 1"]);
    // What a browser puts beside takes nothing from what signatures show.
    expect(await told(claiming([...chain, ...stranger.slice(1)]), listed, another)).toContain("stands 0");
    expect(await told(claiming([...chain, ...stranger.slice(1)]), listed)).toEqual(["judged 1", "stands 1"]);
    const differs = "differs 1 intercepted added-root";
    expect(await told(claiming(chain), listed, empty)).toEqual([differs, "judged 1", "stands 0"]);
  });

  it("is not borne out by the list that came with it; where none did, it is recorded otherwise", async () => {
    expect(await told(claiming(chain), empty, another)).toEqual([
      "not-borne-out line 1 1 claims-verdict intercepted",
      "judged 1",
      "stands 0",
    ]);
    expect(await told(claiming(chain), empty)).toEqual([
      "recorded-otherwise 1 intercepted added-root",
      "judged 1",
      "stands 0",
    ]);
  });

  it("rests on no browser's word that certificates belong together", async () => {
    const beside = [...stranger.slice(0, 1), ...chain.slice(1)];
    expect(await told(claiming(beside), listed, another)).toContain(
      "not-borne-out line 1 1 claims-verdict intercepted",
    );
    const gap = [...chain.slice(0, 1), ...chain.slice(2)];
    expect(await told(claiming(gap), listed, another)).toContain("not-borne-out line 1 1 claims-verdict intercepted");
  });

  it("does not stand by a leaf that is itself listed, which anyone can put in", async () => {
    expect(await told(claiming(chain), misissued)).toEqual(["judged 1", "stands 0"]);
  });

  it("does not stand by a name that anyone can copy, nor by what only the user watches", async () => {
    const suspected = claiming(namesake, { verdict: "suspected" });
    expect(await told(suspected, listed)).toEqual(["judged 1", "stands 0"]);
    // Nor does the verifier's list differ, where it has no such name.
    expect(await told(suspected, listed, empty)).toEqual(["judged 1", "stands 0"]);
    const watched = claiming(direct, { verdict: "listed", authority: null });
    expect(await told(watched, own)).toEqual(["judged 1", "stands 0"]);
  });

  it("cannot be checked where a signature cannot", async () => {
    for (const hashes of [odd, oddAbove]) {
      const said = await told(claiming(hashes), listed, another);
      expect(said).toContain("not-checkable 1");
      expect(said).not.toContain("not-borne-out line 1 1 claims-verdict intercepted");
    }
  });

  it("cannot be checked where a part could not be read, and does not stand where that is the leaf", async () => {
    const said = { rules: ["unread"] };
    expect(await told(claiming(stranger, said), listed, another)).toEqual(["judged 1", "stands 0", "not-checkable 1"]);
    const leafless = claiming(chain, { ...said, verdict: "listed" }, { leaf: null, issuers: chain.slice(1) });
    expect(await told(leafless, listed)).toEqual(["judged 1", "stands 0"]);
  });
});

describe("what is judged again", () => {
  it("may come to more than the record says", async () => {
    expect(await told(claiming(chain, NOTHING), listed)).toEqual([
      "recorded-otherwise 1 nothing-found intercepted",
      "judged 1",
      "stands 1",
    ]);
    expect(await told(claiming(stranger, { ...NOTHING, verdict: "added-root" }), listed)).toEqual([
      "judged 1",
      "stands 0",
    ]);
  });

  it("is every chain that is there; those that are hidden are counted, and nothing else", async () => {
    const unseen = { basis: "error", verdict: "refused", authority: null } as const;
    expect(
      await told(
        [claiming(chain), claiming([], {}, { leaf: HASH }), disclosed("connection", unseen), disclosed("count")],
        listed,
      ),
    ).toEqual(["judged 1", "stands 1", "not-judged 1"]);
    expect(await told(disclosed("connection", NOTHING), listed)).toEqual(["not-judged 1"]);
    expect(await told([], listed)).toEqual([]);
    const many = Array.from({ length: 201 }, () => claiming(chain));
    expect(await told(many, listed)).toEqual(["judged 201", "stands 201"]);
  });

  it("is of an offer what a file comes to, where nobody is between anyone", async () => {
    const offered = [...chain.slice(2), ...stranger.slice(1)];
    const offer = disclosed("offer", { verdict: "listed", authority: "test-authority" }, { offered });
    expect(await told(offer, listed)).toEqual(["judged 1", "stands 0"]);
  });

  it("is known by all that it was judged by, not by its certificates alone", async () => {
    const nothing = claiming(chain, NOTHING);
    const excepted = claiming(chain, { ...NOTHING, exceptionAccepted: true });
    const sent = claiming(chain, { ...NOTHING, basis: "leaf-only" });
    for (const records of [
      [nothing, excepted, sent],
      [sent, excepted, nothing],
    ]) {
      expect(await told(records, listed)).toEqual([
        ...records.map(() => "recorded-otherwise 1 nothing-found intercepted"),
        "judged 3",
        "stands 3",
      ]);
    }
  });
});
