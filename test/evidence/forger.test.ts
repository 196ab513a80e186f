import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import { suppliedObservation } from "../../src/detection/supplied.ts";
import { connectionEvidence } from "../../src/evidence/content.ts";
import { addedRootContent } from "../../src/evidence/counted.ts";
import { offerEvidence } from "../../src/evidence/offer.ts";
import type { RecordContent } from "../../src/evidence/record.ts";
import { choiceOf, READY_FIELDS, singleChoice } from "../../src/evidence/selection.ts";
import { parsed, selfSigned, uncheckable } from "../certificate/made.ts";
import { watchlistOf } from "../detection/watchlists.ts";
import * as x509 from "../lab/x509.ts";
import { bundleOf, verified } from "./bundles.ts";
import { VERSIONS } from "./disclosed.ts";
import { chainFor, connectionUnder, countedAgain, journalOf, makeWorld, type World } from "./journal.ts";

/** Whoever has a journal can write what they like into it, chain it and sign it. What certificates prove they cannot write. */
let world: World;
let genuine: Certificate[];
let unrelated: Certificate[];

const AT = Date.UTC(2026, 9, 3, 8);

beforeAll(async () => {
  world = await makeWorld();
  genuine = await chainFor("genuine.example", world.interceptor);
  unrelated = await chainFor("unrelated.example", world.unknown);
});

type Connection = Extract<RecordContent, { open: { kind: "connection" } }>;

async function recordOf(certificates: readonly Certificate[]) {
  const { content, certificates: ders } = await connectionUnder(world, certificates, {
    host: "www.example.com",
    at: AT,
  });
  return { content: content as Connection, ders };
}

/** What verifying a journal of this one record comes to. */
async function told(
  content: RecordContent,
  certificates: ReadonlyMap<string, Uint8Array>,
  fields = READY_FIELDS.newsroom,
) {
  const records = await journalOf([content]);
  const bytes = await bundleOf(world, { records, certificates }, choiceOf(records, fields));
  const { problems, statements } = await verified(world, bytes);
  return {
    problems: problems.map(({ key, details }) => [key, ...details].join(" ")),
    statements: statements.map(({ key, details }) => [key, ...details].join(" ")),
  };
}

describe("a forger's record", { timeout: 60_000 }, () => {
  it("proves nothing by a listed certificate that lies beside a leaf which it did not sign", async () => {
    const beside = [...unrelated.slice(0, 1), ...genuine.slice(1)];
    const { content, ders } = await recordOf(beside);
    expect(content.open.verdict).toBe("intercepted");
    expect((await told(content, ders)).problems).toEqual([
      expect.stringMatching(/^not-borne-out 1 claims-verdict intercepted/),
    ]);
  });

  it("is not called broken for a signature that nobody here can check, nor judged by it", async () => {
    const [leaf, ...issuers] = genuine;
    const odd = uncheckable(new x509.X509Certificate(Uint8Array.from(leaf?.der ?? [])));
    const { content, ders } = await recordOf([parseCertificate(new Uint8Array(odd.rawData)), ...issuers]);
    expect(content.open.verdict).toBe("intercepted");
    const { problems, statements } = await told(content, ders);
    expect(problems).toEqual([]);
    expect(statements).toContain("not-checkable 1");
  });

  it("that says a part of its chain could not be read is not called broken for what is missing, nor judged by it", async () => {
    const { content, ders } = await recordOf([...unrelated.slice(0, 1), ...genuine.slice(1)]);
    const open = { ...content.open, rules: [...content.open.rules, "unread"] };
    const fields = new Set(["month", "day", "hour", "time", "host", "key", "leaf", "issuers"] as const);
    const { problems, statements } = await told({ ...content, open }, ders, fields);
    expect(problems).toEqual([]);
    expect(statements).toContain("not-checkable 1");
  });

  it("cannot name another authority or key than its certificates lead to", async () => {
    const { content, ders } = await recordOf(genuine);
    const { fields } = content;
    const under = (open: Partial<Connection["open"]>, of: Partial<Connection["fields"]>) =>
      told(
        { open: { ...content.open, ...open }, fields: { ...fields, ...of } },
        ders,
        new Set(["month", "day", "hour", "time", "host", "key", "leaf", "issuers"]),
      );
    expect((await under({}, {})).problems).toEqual([]);
    const key = "ab".repeat(32);
    expect((await under({ key }, { key: { spkiSha256: key, isLeaf: false } })).problems).toEqual([
      `not-borne-out 1 claims-key ${key}`,
    ]);
    expect(
      (await under({ verdict: "listed", authority: "ru-trusted-root" }, { authority: "ru-trusted-root" })).problems,
    ).toEqual(["not-borne-out 1 claims-authority ru-trusted-root"]);
  });

  it("cannot claim a chain where by its own word none was seen", async () => {
    const { content } = await recordOf(genuine);
    const open = { ...content.open, basis: "none", error: "no-answer" } as const;
    const fields = { ...content.fields, leaf: null, issuers: [] };
    expect((await told({ open, fields }, new Map(), new Set(["month"]))).problems).toEqual([
      expect.stringMatching(/^contradiction nothing-seen-/),
    ]);
  });

  it("cannot count what is not counted, or on another day", async () => {
    const { content, ders } = await recordOf(genuine);
    const counting = async (of: number, at: number, count = 2, before: RecordContent[] = []) => {
      const records = await journalOf([content, ...before, countedAgain(of, at, count)]);
      const bytes = await bundleOf(world, { records, certificates: ders }, choiceOf(records, READY_FIELDS.newsroom));
      return (await verified(world, bytes)).problems.map(({ key, at: place, details }) =>
        [key, place, ...details].join(" "),
      );
    };
    expect(await counting(1, AT + 1000)).toEqual([]);
    expect(await counting(1, AT + 30 * 3_600_000)).toEqual([
      "contradiction records.jsonl, line 2 counts-other-day 2 1 2026-10-04 2026-10-03",
    ]);
    expect(await counting(2, AT + 2000, 2, [countedAgain(1, AT + 1000, 1)])).toEqual([
      "contradiction records.jsonl, line 3 counts-uncounted 3 2",
    ]);
    expect(await counting(1, AT + 1000, 0)).toEqual(["contradiction records.jsonl, line 2 counts-nothing"]);
    // What is counted need not be in evidence.
    const records = await journalOf([content, countedAgain(1, AT + 1000, 2)]);
    const bytes = await bundleOf(world, { records, certificates: ders }, singleChoice(2));
    expect((await verified(world, bytes)).problems).toEqual([]);
  });

  it("of an added root cannot name a key that is not in its chain", async () => {
    const issuers = await Promise.all(unrelated.slice(1).map(fingerprints));
    const ders = new Map(unrelated.slice(1).map(({ der }, index) => [issuers[index]?.sha256 ?? "", der]));
    const hashes = issuers.map(({ sha256 }) => sha256);
    const under = (spkiSha256: string, isLeaf = false) =>
      told(
        addedRootContent(
          { country: null, network: null, issuers: hashes, key: { spkiSha256, isLeaf } },
          { day: "2026-10-03", count: 2, last: AT },
          VERSIONS,
        ),
        ders,
      );
    const root = issuers.at(-1)?.spkiSha256 ?? "";
    expect((await under(root)).problems).toEqual([]);
    const contradiction = ["contradiction key-of-no-certificate"];
    expect((await under("ab".repeat(32))).problems).toEqual(contradiction);
    expect((await under(root, true)).problems).toEqual(contradiction);
  });

  it("of an offered certificate is judged again, too", async () => {
    const watchlist = world.sources.watchlist;
    const read = {
      certificates: genuine,
      assessment: await assess(suppliedObservation(genuine, null, AT), watchlist, NO_MEMORY),
    };
    const said = { site: null, country: null, network: null, versions: VERSIONS };
    const { content, certificates } = offerEvidence({ host: "offers.example", at: AT, read }, said);
    expect(await told(content, certificates)).toMatchObject({
      problems: [],
      statements: expect.arrayContaining(["judged 1"]),
    });
    const forged = offerEvidence({ host: "offers.example", at: AT, read: { ...read, certificates: unrelated } }, said);
    const other = await assess(suppliedObservation(unrelated, null, AT), watchlist, NO_MEMORY);
    const offered = other.certificates.map(({ sha256 }) => sha256);
    const ders = new Map(unrelated.map(({ der }, index) => [offered[index] ?? "", der]));
    const content2 = { ...forged.content, fields: { ...forged.content.fields, offered } } as RecordContent;
    expect((await told(content2, ders)).problems).toEqual([expect.stringMatching(/^not-borne-out 1/)]);
  });
});

describe("what somebody on the path writes into certificates", () => {
  it("cannot make a record that is none, however long it is", async () => {
    const [leaf, ...issuers] = genuine;
    const long = parsed(await selfSigned("ec-p256", { name: [{ CN: ["x".repeat(30_000)] }] }));
    const { content, ders } = await recordOf(leaf ? [leaf, ...issuers, long] : []);
    expect(JSON.stringify(content.fields.findings)).toContain("x".repeat(2000));
    expect((await told(content, ders)).problems).toEqual([]);
  });
});

describe("a line that gives a name twice", () => {
  it("is told, for it is read differently by different programs", async () => {
    const { content, ders } = await recordOf(genuine);
    const [record] = await journalOf([content]);
    if (!record) throw new Error("there is no record");
    const line = record.line.replace('"verdict":', '"verdict":"nothing-found","verdict":');
    const records = [{ ...record, line }];
    const bytes = await bundleOf(world, { records, certificates: ders }, choiceOf(records, READY_FIELDS.newsroom));
    const { problems } = await verified(world, bytes);
    expect(problems.map(({ key, at }) => `${key} ${at}`)).toContain("form records.jsonl, line 1");
  });
});

describe("what verifying says of a record", () => {
  it("that says less than its certificates show", async () => {
    const { content, ders } = await recordOf(genuine);
    const open = {
      ...content.open,
      verdict: "nothing-found" as const,
      authority: null,
      key: null,
      rules: [] as string[],
    };
    const { problems, statements } = await told(
      { open, fields: { ...content.fields, findings: [], authority: null, key: null } },
      ders,
    );
    expect(problems).toEqual([]);
    expect(statements).toContain("recorded-otherwise 1 nothing-found intercepted");
  });

  it.each(["interception", "state-operated"] as const)(
    "of a chain of which nothing could be read, and a part is listed: %s",
    async (role) => {
      const { spkiSha256 } = await fingerprints(unrelated.at(-1) as Certificate);
      const observation = {
        ...({ connection: "page", source: "firefox-security-info", host: "www.example.com", at: AT } as const),
        ...({ basis: "none", outcome: "unknown", reason: "unreadable" } as const),
        unread: {
          certificates: [{ der: Uint8Array.of(0x30, 0), spkiSha256 }],
          ...{ isLeafUnread: true, leftOut: 0, isRootRead: false },
        },
      };
      const assessment = await assess(observation, await watchlistOf(world.unknown.path[0], role), NO_MEMORY);
      expect(assessment.authority).toBe("test-authority");
      const said = { site: null, country: null, network: null, check: null, versions: VERSIONS };
      const { content, certificates } = connectionEvidence(observation, assessment, said);
      expect((await told(content, certificates)).problems).toEqual([]);
    },
  );

  it("that stands by signatures alone under a key of the verifier's own list", async () => {
    const { content, ders } = await recordOf(genuine);
    expect((await told(content, ders)).statements).toContain("stands 1");
    const { content: other, ders: others } = await recordOf(unrelated);
    expect((await told(other, others)).statements).toContain("stands 0");
  });
});
