import { describe, expect, test } from "vitest";
import { matchesMask } from "../../src/watchlist/host-mask.ts";
import { watchlist } from "../shipped-watchlist.ts";

test.each([
  ["vtb.ru", "*.vtb.ru", true],
  ["online.vtb.ru", "*.vtb.ru", true],
  ["a.b.vtb.ru", "*.vtb.ru", true],
  ["notvtb.ru", "*.vtb.ru", false],
  ["vtb.ru.example", "*.vtb.ru", false],
  ["ru", "*.vtb.ru", false],
  ["cbr-day.ru", "cbr-day.ru", true],
  ["www.cbr-day.ru", "cbr-day.ru", false],
])("%s under %s: %s", (host, mask, expected) => {
  expect(matchesMask(host, mask)).toBe(expected);
});

describe("hosts where a root is at home", () => {
  test.each([
    ["online.sberbank.ru", true],
    ["www.cbr.ru", true],
    ["google.com", false],
    ["sberbank.ru.example.com", false],
  ])("the Russian root at %s: %s", (host, expected) => {
    expect(watchlist.isExpected("ru-trusted-root-2022", host)).toBe(expected);
  });

  test("other authorities are at home nowhere", () => {
    expect(watchlist.isExpected("kz-qaznet-2019", "online.sberbank.ru")).toBe(false);
    expect(watchlist.isExpected("constructor", "online.sberbank.ru")).toBe(false);
  });
});
