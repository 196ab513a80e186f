import { describe, expect, it } from "vitest";
import { disclosureLine, parseDisclosure, parseFormed } from "../../src/evidence/disclosure.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";

const SALT = "abcdefghijklmnopqrstu-";

describe("the line that discloses a field", () => {
  it("has a salt of its own, the name and the value", () => {
    const salts = Array.from({ length: 100 }, () => {
      const line = disclosureLine("month", "2026-11");
      expect(parseDisclosure(line, "here")).toEqual({ name: "month", value: "2026-11" });
      return line.slice(2, line.indexOf('","month"'));
    });
    for (const salt of salts) expect(salt).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(new Set(salts).size).toBe(100);
  });

  it("is of ASCII alone, whatever is disclosed", () => {
    const site = "\u202e\u007f\u0000пример\uffff";
    const line = disclosureLine("site", site);
    expect(line).toContain("\\u202e\\u007f\\u0000\\u043f");
    expect(line).toMatch(/^[ -~]*$/);
    expect(parseDisclosure(line, "here").value).toBe(site);
  });

  it.each([
    ["[", "here: not-json"],
    [`["${SALT}","month"]`, "here: bad-field month "],
    [`["${SALT}","month","2026-11",1]`, "here: no-disclosure "],
    [`["${SALT}","colour","red"]`, "here: no-disclosure "],
    [`["${SALT}x","month","2026-11"]`, "here: no-disclosure "],
    [`[" ${SALT.slice(1)}","month","2026-11"]`, "here: no-disclosure "],
    [`["${SALT.slice(1)}","month","2026-11"]`, "here: no-disclosure "],
    [`["${SALT}","month","2026-11-22"]`, "here: bad-field month "],
    [`["${SALT}","count",-1]`, "here: bad-field count "],
  ])("is not %s", (line, message) => {
    expect(() => parseDisclosure(line, "here")).toThrow(EvidenceError);
    expect(() => parseDisclosure(line, "here")).toThrow(message);
  });
});

describe("a line of evidence", () => {
  it("has one form, so that all programs read the same in it", () => {
    expect(parseFormed('{"a":1,"b":"\\u202e"}', "here")).toEqual({ a: 1, b: "\u202e" });
    for (const line of ['{"a":1,"a":1}', '{"a": 1}', '{"a":1} ', '"\u202e"', '"\\u0061"', '"\\u202E"']) {
      expect(() => parseFormed(line, "here"), line).toThrow("here: other-line-form");
    }
  });
});
