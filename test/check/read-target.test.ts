import * as v from "valibot";
import { expect, it } from "vitest";
import { readTarget } from "../../extension/components/read-target.ts";
import { DEFAULT_TARGETS } from "../../extension/settings/default-targets.ts";
import targets from "../../src/watchlist/targets.json" with { type: "json" };
import { compileTargets, Targets, targetFinder } from "../../src/watchlist/targets.ts";

it.each([
  ["example.org", "example.org"],
  ["  Example.ORG ", "example.org"],
  ["example.org:8443", "example.org:8443"],
  ["example.org:443", "example.org"],
  ["https://www.example.org/a?b#c", "www.example.org"],
  ["http://example.org:8080/", "example.org"],
  ["https://user:secret@example.org/", "example.org"],
  ["пример.рф", "xn--e1afmkfd.xn--p1ai"],
])("%s is the host %s", (typed, target) => {
  expect(readTarget(typed)).toBe(target);
});

it.each([
  "",
  "router",
  "192.168.1.1",
  "0x7f.1",
  "[::1]",
  "ftp://example.org",
  "javascript:alert(1)",
  "exa mple.org",
  "example..org",
  "-a.example",
  "example.org:99999",
  `${"a".repeat(64)}.org`,
])("%s is no name of a host", (typed) => {
  expect(readTarget(typed)).toBe(null);
});

it("the hosts offered by default were all documented as targets", () => {
  const find = targetFinder(compileTargets(v.parse(Targets, targets)));
  for (const target of DEFAULT_TARGETS) expect(find(target)?.host.replace(/^www\./, ""), target).toBe(target);
});
