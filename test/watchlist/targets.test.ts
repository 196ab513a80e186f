import { describe, expect, test } from "vitest";
import { compileWatchlist } from "../../src/watchlist/compile.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { anAuthority, factsOf } from "./entry.ts";
import { targets } from "./facts.ts";

const source = "https://example.org/";
const target = { host: "a.example", operator: null, country: null, authorities: ["test-one"], sources: [source] };
const used = (targetedHosts: string[]) => anAuthority({ targetedHosts });
const compile = (hosts: string[], ...list: object[]) =>
  compileWatchlist(factsOf([used(hosts)], { targets: { targets: list } }));

describe("a documented host is found", () => {
  test.each([
    ["as it is", "translate.google.com", "translate.google.com", "Google"],
    ["from below", "accounts.google.com", "google.com", "Google"],
    ["from far below", "a.b.vk.com", "vk.com", "VK (Mail.ru Group)"],
    ["without its www", "pinterest.com", "www.pinterest.com", "Pinterest"],
    ["beside its www", "i.pinterest.com", "www.pinterest.com", "Pinterest"],
    ["with its www", "www.facebook.com", "www.facebook.com", "Meta (Facebook)"],
    ["and its own domain first", "m.facebook.com", "facebook.com", "Meta (Facebook)"],
    ["by the name of its service", "www.netflix.com", "netflix.com", "Netflix"],
    ["though nobody says who runs it", "rutracker.org", "rutracker.org", null],
  ])("%s", (_, host, found, operator) => {
    expect(watchlist.findTarget(host)).toMatchObject({ host: found, operator });
  });

  test.each([
    "example.com",
    "notgoogle.com",
    "google.com.example",
    "com",
    "",
    "1.1.1.1",
    "::1",
    "tsargrad.tv",
    "web.telegram.org",
  ])("but %s is none", (host) => {
    expect(watchlist.findTarget(host)).toBeNull();
  });

  test("each one that is listed", () => {
    expect(targets.targets.length).toBeGreaterThan(50);
    for (const { host, operator, country } of targets.targets) {
      expect(watchlist.findTarget(host)).toEqual({ host, operator, country });
    }
  });
});

describe("a target that contradicts the authorities", () => {
  test.each([
    [
      "the same host twice",
      ["a.example"],
      [target, target],
      "In targets, targets.1.host is wrong: it is there already.",
    ],
    [
      "an authority that does not exist",
      [],
      [{ ...target, authorities: ["test-two"] }],
      "In targets, targets.0.authorities.0 is wrong: there is no such authority.",
    ],
    [
      "one that does not name it",
      [],
      [target],
      "In targets, targets.0.authorities.0 is wrong: test-one does not name this host.",
    ],
    [
      "one that names a host that is no target",
      ["a.example", "*.b.example"],
      [target],
      "In test-one, targetedHosts.1 is wrong: targets does not have it under this authority.",
    ],
    [
      "a target without a source",
      ["a.example"],
      [{ ...target, sources: [] }],
      "In targets, targets.0.sources is wrong: a source is wanted.",
    ],
  ])("%s", async (_, hosts, list, sentence) => {
    await expect(compile(hosts, ...list)).rejects.toThrow(sentence);
  });

  test("a mask is a target by any host under it", async () => {
    await expect(compile(["*.a.example"], target)).resolves.toBeDefined();
  });
});
