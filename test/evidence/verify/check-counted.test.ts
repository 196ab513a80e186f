import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { type Fingerprints, fingerprints } from "../../../src/certificate/fingerprint.ts";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import { checkCounted } from "../../../src/evidence/verify/check-counted.ts";
import { Findings } from "../../../src/evidence/verify/verification.ts";
import { parsed, selfSigned } from "../../certificate/made.ts";
import { disclosed, HASH } from "../disclosed.ts";

let root: Certificate;
let other: Certificate;
let prints: Fingerprints;
let others: Fingerprints;

beforeAll(async () => {
  [root, other] = [parsed(await selfSigned("ec-p256")), parsed(await selfSigned("ec-p256"))];
  [prints, others] = await Promise.all([fingerprints(root), fingerprints(other)]);
});

async function told(...records: DisclosedRecord[]): Promise<readonly string[]> {
  const found = new Findings();
  const certificates = new Map([
    [prints.sha256, root],
    [others.sha256, other],
  ]);
  await checkCounted(
    records.map((record, index) => [record, `line ${index + 1}`] as const),
    certificates,
    found,
  );
  for (const { key } of found.problems) expect(key).toBe("contradiction");
  return found.problems.map(({ at, details }) => `${at}: ${details}`);
}

describe("what counts another record", () => {
  const counting = (shown: Partial<Fields>) => disclosed("count", { seq: 2, of: 1 }, { count: 1, ...shown });
  const SEEN = { month: "2026-11", day: "2026-11-22" };

  it.each(["connection", "offer"] as const)("counts %ss of its day, as far as days are shown", async (kind) => {
    for (const shown of [SEEN, { month: "2026-11" }, {}]) {
      expect(await told(disclosed(kind, {}, shown), counting(SEEN))).toEqual([]);
      expect(await told(disclosed(kind, {}, SEEN), counting(shown))).toEqual([]);
    }
    expect(await told(disclosed(kind, {}, SEEN), counting({ month: "2026-10" }))).toEqual([
      "line 2: counts-other-day,2,1,2026-10,2026-11",
    ]);
    expect(await told(disclosed(kind, {}, { day: SEEN.day }), counting({ day: "2026-11-23" }))).toEqual([
      "line 2: counts-other-day,2,1,2026-11-23,2026-11-22",
    ]);
  });

  it("counts nothing else, and something at all", async () => {
    for (const record of [disclosed("added-root"), disclosed("count", { of: 3 })]) {
      expect(await told(record, counting({}))).toEqual(["line 2: counts-uncounted,2,1"]);
    }
    expect(await told(counting({ count: 0 }))).toEqual(["line 1: counts-nothing"]);
    expect(await told(disclosed("added-root", {}, { count: 0 }))).toEqual(["line 1: counts-nothing"]);
  });
});

describe("the key of an added root", () => {
  const NONE = ["line 1: key-of-no-certificate"];
  const under = (key: Fields["key"] | undefined, issuers?: string[]) =>
    told(disclosed("added-root", {}, { ...(key === undefined ? {} : { key }), ...(issuers ? { issuers } : {}) }));

  it("is that of one of its certificates, as far as they are there", async () => {
    const key = { spkiSha256: prints.spkiSha256, isLeaf: false };
    expect(await under(key, [others.sha256, prints.sha256])).toEqual([]);
    expect(await under(key, [others.sha256])).toEqual(NONE);
    expect(await under(key, [])).toEqual(NONE);
    expect(await under(key, [others.sha256, HASH])).toEqual([]);
    expect(await under(key)).toEqual([]);
    expect(await under(null, [others.sha256])).toEqual([]);
    expect(await under(undefined, [others.sha256])).toEqual([]);
  });

  it("is never that of the leaf, which is not kept", async () => {
    const key = { spkiSha256: prints.spkiSha256, isLeaf: true };
    for (const issuers of [[prints.sha256], [HASH], undefined]) expect(await under(key, issuers)).toEqual(NONE);
  });

  it("is asked of no connection", async () => {
    const key = { spkiSha256: HASH, isLeaf: true };
    expect(await told(disclosed("connection", {}, { key, issuers: [prints.sha256] }))).toEqual([]);
  });
});
