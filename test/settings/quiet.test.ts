import { describe, expect, it } from "vitest";
import { type Quiet, quietChoices, quietedBy } from "../../extension/settings/quiet.ts";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { record, STOPPED, under } from "../background/records.ts";

const KEY = "a1".repeat(32);
const OTHER_KEY = "b2".repeat(32);

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
