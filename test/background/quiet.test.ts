import { describe, expect, it } from "vitest";
import type { Place } from "../../extension/background/place.ts";
import {
  EMPTY_TAB,
  loudVerdict,
  type TabState,
  withCommit,
  withRecord,
  withWarning,
} from "../../extension/background/tab-state.ts";
import { type Quiet, quietChoices, quietedBy } from "../../extension/quiet.ts";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { summary } from "../popup/certificate.ts";
import { record, STOPPED } from "./records.ts";

const KEY = "a1".repeat(32);
const OTHER_KEY = "b2".repeat(32);

/** A host whose chain ends in a root with this key. */
function under(rootKey: string, host = "page.example", verdict: Parameters<typeof record>[1] = "added-root") {
  const plain = record(host, verdict);
  const certificates = [summary({}), summary({ subject: "CN=Antivirus Root", spkiSha256: rootKey })];
  return {
    ...plain,
    assessment: { ...plain.assessment, certificates, root: { kind: "added", certificate: 1 } as const },
  };
}

const BY_HOST: Quiet = { binds: "host", host: "page.example", rootKey: KEY, subject: "CN=Antivirus Root" };
const BY_ROOT: Quiet = { binds: "root", rootKey: KEY, subject: "CN=Antivirus Root" };
const REFUSAL: Quiet = { binds: "refusal", host: "page.example", errorCode: "CODE" };

describe("what can be quieted", () => {
  it("a host under a root, or the root", () => {
    expect(quietChoices(under(KEY))).toEqual([BY_HOST, BY_ROOT]);
    expect(quietChoices(under(KEY, "page.example", "listed"))).toEqual([BY_HOST, BY_ROOT]);
  });

  it("only the host, where the last certificate known may be the site's own", () => {
    expect(quietChoices({ ...under(KEY), basis: "leaf-only" })).toEqual([BY_HOST]);
  });

  it("a refusal, which has no key, by its host and error", () => {
    expect(quietChoices(record("page.example", "refused", STOPPED))).toEqual([REFUSAL]);
  });

  it.each(VERDICTS.filter((verdict) => !["added-root", "listed", "refused"].includes(verdict)))(
    "never %s",
    (verdict) => {
      expect(quietChoices(under(KEY, "page.example", verdict))).toEqual([]);
      expect(quietedBy(under(KEY, "page.example", verdict), [BY_HOST, BY_ROOT, REFUSAL])).toBeNull();
    },
  );

  it("another key, another host and another error speak again", () => {
    expect(quietedBy(under(OTHER_KEY), [BY_HOST, BY_ROOT])).toBeNull();
    expect(quietedBy(under(KEY, "other.example"), [BY_HOST])).toBeNull();
    expect(quietedBy(under(KEY, "other.example"), [BY_HOST, BY_ROOT])).toBe(BY_ROOT);
    expect(quietedBy(record("page.example", "refused", { ...STOPPED, errorCode: "WORSE" }), [REFUSAL])).toBeNull();
  });

  it("what the root calls itself binds nothing", () => {
    expect(quietedBy(under(KEY), [{ ...BY_ROOT, subject: "CN=Other" }])).not.toBeNull();
  });
});

const placeOfRecord = ({ part }: ReturnType<typeof record>): Place =>
  part === "page" ? { tabId: 1, part, request: null } : { tabId: 1, part: "resource", documentHost: null };

describe("what the icon says of a page with something quieted", () => {
  const tab = (...records: ReturnType<typeof record>[]): TabState =>
    records.reduce(
      (state, each) => withRecord(state, placeOfRecord(each), each),
      withCommit(EMPTY_TAB, "https://page.example/"),
    );
  const loud = ({ current }: TabState, ...entries: Quiet[]) =>
    loudVerdict(current, (each) => quietedBy(each, entries) !== null);

  it("nothing, and goes on saying what is worse", () => {
    expect(loud(tab(under(KEY)))).toEqual({ verdict: "added-root", silent: false });
    expect(loud(tab(under(KEY)), BY_ROOT)).toEqual({ verdict: "added-root", silent: true });
    const worse = record("ads.example", "intercepted");
    expect(loud(tab(under(KEY), worse), BY_ROOT)).toEqual({ verdict: "intercepted", silent: false });
  });

  it("what else is not quieted, though it is less", () => {
    const state = tab(under(KEY, "page.example", "listed"), under(OTHER_KEY, "ads.example"));
    expect(loud(state, BY_ROOT)).toEqual({ verdict: "added-root", silent: false });
  });
});

describe("a tab with our warning in the place of a page", () => {
  it("goes on telling what was found there, and nothing of what was found elsewhere", () => {
    const seen = record("page.example", "intercepted");
    expect(loudVerdict(withWarning(EMPTY_TAB, "https://page.example/a", seen).current, () => false).verdict).toBe(
      "intercepted",
    );
    expect(Object.keys(withWarning(EMPTY_TAB, "https://target.example/", seen).current?.hosts ?? {})).toEqual([]);
  });
});
