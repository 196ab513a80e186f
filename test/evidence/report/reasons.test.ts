import { describe, expect, it } from "vitest";
import type { Fields } from "../../../src/evidence/field.ts";
import { reasons } from "../../../src/evidence/report/reasons.ts";
import { disclosed, keptFinding } from "../disclosed.ts";
import { AUTHORITY, content, linesOf } from "./content.ts";

const lines = (findings?: Fields["findings"]) =>
  linesOf(
    reasons(
      disclosed("connection", {}, findings ? { findings } : {}),
      content({ authorities: new Map([["one", AUTHORITY]]) }),
    ),
  );
const listed = (authority: string | null, detail = "leaf") =>
  keptFinding("listed-authority", { reason: "listed-certificate", strength: "proof", authority, details: [detail] });

describe("the reasons of a verdict", () => {
  it("are told with the names of authorities, and how strong they are", () => {
    const sign = keptFinding("public-root", { reason: "added-root", strength: "sign", details: ["a root"] });
    expect(lines([listed("one"), listed("two"), sign, keptFinding("private-host")])).toEqual([
      "Why",
      "The certificate “leaf” is on Rootwatch's list as “One”. (Certain)",
      "The certificate “leaf” is on Rootwatch's list as “two”. (Certain)",
      "The chain ends in “a root”. This root certificate did not come with the browser; it was added on this device. (A sign, not proof)",
      "This address belongs to a home or office network. Devices there often use a certificate of their own. (For context)",
    ]);
  });

  it("are told by their names where there is no sentence, and cut where they are long", () => {
    expect(lines([keptFinding("new-rule", { reason: "x".repeat(121) })])[1]).toBe(
      `A reason that this version of Rootwatch has no sentence for: ${"x".repeat(120)}… (For context)`,
    );
    expect(lines([listed("one", "y".repeat(121))])[1]).toContain(`“${"y".repeat(120)}…”`);
  });

  it("name no authority where none is named", () => {
    expect(lines([listed(null)])[1]).toBe("The certificate “leaf” is on Rootwatch's list as “”. (Certain)");
  });

  it("are not there where they are hidden or there are none", () => {
    expect(lines()).toEqual([]);
    expect(lines([])).toEqual([]);
  });
});
