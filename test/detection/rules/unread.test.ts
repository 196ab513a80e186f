import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { fingerprints } from "../../../src/certificate/fingerprint.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Unread } from "../../../src/detection/observation.ts";
import { sightingOf } from "../../../src/detection/sighting.ts";
import type { Role } from "../../../src/watchlist/authority.ts";
import { ownListOf } from "../../../src/watchlist/own-list.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { withOwnList } from "../../../src/watchlist/with-own-list.ts";
import { type Authority, createIntermediate, createRoot } from "../../lab/certification-authority.ts";
import { issueLeaf } from "../../lab/leaf.ts";
import * as x509 from "../../lab/x509.ts";
import { ownEntry } from "../../watchlist/own-entries.ts";
import { pageObservation, parsed } from "../observations.ts";
import { watchlistOf } from "../watchlists.ts";

const ODD = Uint8Array.of(0x30, 3, 2, 1, 5);

let chain: Certificate[];
let authority: Authority;
let root: Certificate;
let listed: Watchlist;
let empty: Watchlist;

beforeAll(async () => {
  authority = await createRoot({ name: "CN=Interception Root", algorithm: "ec" });
  const intermediate = await createIntermediate(authority, { name: "CN=Intermediate", algorithm: "ec" });
  const { cert } = await issueLeaf(intermediate, { hosts: ["www.example.com"], algorithm: "ec" }, true);
  chain = parsed(x509.PemConverter.decode(cert).map((der) => new x509.X509Certificate(der)));
  root = chain.at(-1) as Certificate;
  listed = await listedAs("interception");
  empty = await watchlistOf((await createRoot({ name: "CN=Other", algorithm: "ec" })).path[0], "interception");
});

const listedAs = (role: Role) => watchlistOf(authority.path[0], role);

const unread = (differently: Partial<Unread>): Unread => ({
  certificates: [{ der: ODD }],
  isLeafUnread: false,
  leftOut: 0,
  isRootRead: null,
  ...differently,
});

const judge = (certificates: readonly Certificate[], parts: Unread, watchlist = listed) =>
  assess(pageObservation(certificates, { basis: "sent", unread: parts }), watchlist, NO_MEMORY);

const reasons = ({ findings }: Awaited<ReturnType<typeof judge>>) => findings.map(({ reason }) => reason);

describe("a chain of which a part could not be read", () => {
  it("is intercepted where signatures lead from the leaf to the listed key all the same", async () => {
    const assessment = await judge(chain, unread({}));
    expect(assessment.verdict).toBe("intercepted");
    expect(reasons(assessment)).toContain("part-unread");
  });

  it("proves no interception without its leaf, and says that the list has one of the others", async () => {
    const assessment = await judge(chain.slice(1), unread({ isLeafUnread: true }));
    expect(assessment).toMatchObject({ kind: "certificate", verdict: "listed" });
    expect(assessment.findings).toContainEqual(expect.objectContaining({ rule: "unread", reason: "leaf-unread" }));
  });

  it("without its leaf leaves nothing to compare other hosts with", async () => {
    const seen = pageObservation(chain.slice(1), { basis: "sent", unread: unread({ isLeafUnread: true }) });
    expect(sightingOf(seen, await assess(seen, listed, NO_MEMORY))).toBeNull();
  });

  it("does not reach over a gap by itself", async () => {
    const [leaf] = chain;
    const assessment = await judge(leaf ? [leaf, root] : [], unread({}));
    expect(assessment.verdict).not.toBe("intercepted");
    expect(reasons(assessment)).toContain("link-broken");
  });

  it("looks like interception where the very bytes, or the key by the browser's word, are listed", async () => {
    const bytes = await judge(chain.slice(0, 2), unread({ certificates: [{ der: root.der }] }), listed);
    expect(reasons(bytes)).toContain("listed-unread");
    const { spkiSha256 } = await fingerprints(root);
    const key = await judge(chain.slice(0, 1), unread({ certificates: [{ der: ODD, spkiSha256 }] }));
    expect(key).toMatchObject({ verdict: "suspected", authority: "test-authority" });
    const other = await judge(chain.slice(0, 1), unread({ certificates: [{ der: ODD, spkiSha256 }] }), empty);
    expect(other.verdict).toBe("nothing-found");
    expect(reasons(other)).not.toContain("listed-unread");
  });

  it("ends in an added root all the same where its leaf could not be read, of which an issuer has no marks", async () => {
    const parts = unread({ isLeafUnread: true, isRootRead: true });
    const assessment = await judge(chain.slice(1), parts, empty);
    expect(assessment).toMatchObject({ verdict: "added-root", root: { kind: "added", certificate: 1 } });
    expect(assessment.findings.find(({ reason }) => reason === "added-root")?.details).toEqual(["Interception Root"]);
    expect(assessment.findings.map(({ rule }) => rule)).not.toContain("box-marks");
    expect(assessment.findings.map(({ rule }) => rule)).not.toContain("made-on-the-fly");
  });

  it("ends in an added root where that is what could not be read, unless the browser says that it is its own", async () => {
    const parts = unread({ isRootRead: false });
    const judged = async (rootIsBuiltIn: boolean | null, differently: Partial<Unread> = {}) => {
      const seen = { basis: "sent", unread: { ...parts, ...differently }, rootIsBuiltIn } as const;
      return (await assess(pageObservation(chain.slice(0, 2), seen), empty, NO_MEMORY)).verdict;
    };
    const unseen = pageObservation(chain.slice(0, 2), { basis: "sent", unread: parts, rootIsBuiltIn: false });
    expect((await assess(unseen, empty, NO_MEMORY)).findings[0]).toMatchObject({
      rule: "unread",
      reason: "root-unread",
    });
    expect(await judged(false)).toBe("added-root");
    expect(await judged(true)).toBe("nothing-found");
    // Each root that comes with a browser can be read.
    expect(await judged(null)).toBe("added-root");
    expect(await judged(null, { certificates: [], leftOut: 3 })).toBe("nothing-found");
    expect(await judged(false, { certificates: [], leftOut: 3 })).toBe("added-root");
  });

  it("is compared also where nothing of it could be read", async () => {
    const { spkiSha256 } = await fingerprints(root);
    const nothing = {
      connection: "page",
      source: "none",
      host: "www.example.com",
      at: 0,
      basis: "none",
      outcome: "unknown",
      reason: "unreadable",
    } as const;
    const found = await assess(
      { ...nothing, unread: unread({ certificates: [{ der: ODD, spkiSha256 }] }) },
      listed,
      NO_MEMORY,
    );
    expect(found.verdict).toBe("suspected");
    expect((await assess({ ...nothing, unread: unread({}) }, listed, NO_MEMORY)).verdict).toBe("not-inspected");
  });

  it.each<[string, Partial<Unread>, object[]]>([
    ["one that could not be read", {}, [{ reason: "part-unread", details: ["1"] }]],
    [
      "those beyond the longest chain that is read",
      { certificates: [], leftOut: 3 },
      [{ reason: "chain-cut", details: ["3"] }],
    ],
  ])("says of what is missing only what there is: %s", async (_, differently, told) => {
    const { findings } = await judge(chain, unread(differently), empty);
    expect(findings.filter(({ rule }) => rule === "unread")).toMatchObject(told);
  });

  it("ends in no added root by an exception that the user accepted", async () => {
    const differently = { unread: unread({ isRootRead: false }), exceptionAccepted: true } as const;
    const { findings } = await assess(pageObservation(chain.slice(0, 1), differently), empty, NO_MEMORY);
    expect(findings.map(({ reason }) => reason)).toEqual(expect.arrayContaining(["exception-accepted", "part-unread"]));
    expect(findings.map(({ reason }) => reason)).not.toContain("root-unread");
  });

  it.each<[Role, string]>([
    ["interception", "suspected"],
    ["private-key-public", "suspected"],
    ["state-operated", "listed"],
    ["distrusted-ca", "listed"],
  ])("has a listed certificate that nothing connects to it, and so is no proof: %s", async (role, verdict) => {
    const assessment = await judge(
      chain.slice(0, 1),
      unread({ certificates: [{ der: root.der }] }),
      await listedAs(role),
    );
    expect(assessment).toMatchObject({ verdict, authority: "test-authority" });
    expect(assessment.findings.filter(({ reason }) => reason === "listed-unread")).toMatchObject([
      { rule: "unread", verdict, strength: "sign", authority: "test-authority", role },
    ]);
  });

  it("says nothing of what the user watches, which only a proof tells", async () => {
    const own = withOwnList(empty, ownListOf([await ownEntry(authority.path[0])]));
    const assessment = await judge(chain.slice(0, 1), unread({ certificates: [{ der: root.der }] }), own);
    expect(assessment.verdict).toBe("nothing-found");
    expect(reasons(assessment)).toEqual(["root-not-given", "part-unread"]);
  });
});
