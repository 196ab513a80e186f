import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import { hadChain, observedIn } from "../../../src/evidence/verify/observed.ts";
import { parsed, selfSigned } from "../../certificate/made.ts";
import { disclosed, HASH } from "../disclosed.ts";

const ISSUER = "cd".repeat(32);
const MISSING = "ef".repeat(32);

let certificates: Map<string, Certificate>;

beforeAll(async () => {
  const [leaf, issuer] = [parsed(await selfSigned("ec-p256")), parsed(await selfSigned("ec-p256"))];
  certificates = new Map([
    [HASH, leaf],
    [ISSUER, issuer],
  ]);
});

it("a record was judged by certificates where a connection or an offer showed some", () => {
  for (const basis of ["browser-built", "leaf-only", "sent"] as const) {
    expect(hadChain(disclosed("connection", { basis }))).toBe(true);
  }
  for (const basis of ["error", "none"] as const) expect(hadChain(disclosed("connection", { basis }))).toBe(false);
  expect(hadChain(disclosed("offer", { verdict: "nothing-found" }))).toBe(true);
  expect(hadChain(disclosed("offer", { verdict: "not-inspected" }))).toBe(false);
  for (const kind of ["added-root", "count"] as const) expect(hadChain(disclosed(kind))).toBe(false);
});

const seen = (shown: Partial<Fields>, said = {}) => observedIn(disclosed("connection", said, shown), certificates);

describe("what a record of a connection was made of", () => {
  it("is all there where leaf and issuers are", () => {
    const time = "2026-11-22T03:17:07.123Z";
    const shown = { month: "2026-11", day: "2026-11-22", time, host: "a.example", leaf: HASH, issuers: [ISSUER] };
    expect(seen(shown)).toEqual({
      ...{ isWhole: true, hashes: [HASH, ISSUER] },
      observation: {
        ...{ connection: "page", source: "firefox-security-info", host: "a.example", at: Date.parse(time) },
        ...{ basis: "browser-built", outcome: "passed", rootIsBuiltIn: false, exceptionAccepted: false },
        certificates: [certificates.get(HASH), certificates.get(ISSUER)],
      },
    });
  });

  it.each<[string, Partial<Fields>, string[]]>([
    ["a certificate that is not in evidence", { leaf: HASH, issuers: [MISSING, ISSUER] }, [HASH, ISSUER]],
    ["the leaf", { leaf: MISSING, issuers: [ISSUER] }, [ISSUER]],
    ["the issuers, which are hidden", { leaf: HASH }, [HASH]],
  ])("is a part, which no browser vouches for, without %s", (_, shown, hashes) => {
    expect(seen(shown)).toMatchObject({ isWhole: false, hashes, observation: { basis: "sent" } });
  });

  it("is nothing where the leaf is hidden, nothing is there, or nothing was seen", () => {
    expect(seen({ issuers: [ISSUER] })).toBeNull();
    expect(seen({ leaf: MISSING, issuers: [] })).toBeNull();
    const shown = { leaf: HASH, issuers: [] };
    for (const basis of ["error", "none"]) expect(seen(shown, { basis })).toBeNull();
    expect(observedIn(disclosed("added-root", {}, { issuers: [ISSUER] }), certificates)).toBeNull();
  });

  it("has no leaf where that could not be read", () => {
    const unread = { certificates: [], isLeafUnread: true, leftOut: 0, isRootRead: null };
    expect(seen({ leaf: null, issuers: [ISSUER] })).toMatchObject({
      ...{ isWhole: true, hashes: [ISSUER] },
      observation: { basis: "browser-built", unread },
    });
    expect(seen({ leaf: HASH, issuers: [] })?.observation).not.toHaveProperty("unread");
  });

  it("was seen when the record says it, as closely as that is shown", () => {
    const whole = { leaf: HASH, issuers: [] };
    const at = (shown: Partial<Fields>) => seen({ ...whole, ...shown })?.observation.at;
    expect(at({ month: "2026-11", day: "2026-11-22" })).toBe(Date.UTC(2026, 10, 22));
    expect(at({ month: "2026-11" })).toBe(Date.UTC(2026, 10, 1));
    expect(at({})).toBe(0);
    expect(seen(whole)?.observation).toMatchObject({ host: null });
    expect(seen(whole, { outcome: "unknown" })?.observation).toMatchObject({ outcome: "unknown" });
    expect(seen(whole, { outcome: "stopped" })?.observation).toMatchObject({ outcome: "unknown" });
  });
});

it("what was offered is judged as a file is", () => {
  const offered = (hashes?: string[]) =>
    observedIn(disclosed("offer", {}, { host: "a.example", ...(hashes ? { offered: hashes } : {}) }), certificates);
  expect(offered([HASH, ISSUER])).toMatchObject({
    ...{ isWhole: true, hashes: [HASH, ISSUER] },
    observation: { basis: "file", host: null, certificates: [certificates.get(HASH), certificates.get(ISSUER)] },
  });
  expect(offered([MISSING, ISSUER])).toMatchObject({ isWhole: false, hashes: [ISSUER] });
  expect(offered([])).toBeNull();
  expect(offered()).toBeNull();
});
