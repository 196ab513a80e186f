import { describe, expect, it } from "vitest";
import type { Sighting } from "../../src/detection/sighting.ts";
import { changeBy } from "../../src/detection/sightings.ts";
import { MINUTE, NOW, seen } from "./seen.ts";

const HOST = "www.example.com";
const now = (end: Sighting["end"], differently: Partial<Sighting> = {}) =>
  seen(HOST, end, { at: NOW, rootKey: "aa", leafKey: "bb", ...differently });
const ago = (minutes: number, differently: Partial<Sighting> = {}) =>
  now("public-root", { at: NOW - minutes * MINUTE, since: NOW - 20 * MINUTE, ...differently });
const STANDS = { dropped: [], kept: null };

describe("a host that is seen again", () => {
  it("in the same way: at most once a minute, and since then as before", () => {
    expect(changeBy(now("public-root"), [ago(1 - 1 / MINUTE)])).toEqual(STANDS);
    expect(changeBy(now("public-root"), [ago(1)])).toEqual({
      dropped: [],
      kept: now("public-root", { since: NOW - 20 * MINUTE }),
    });
  });

  it("with another leaf: at once, and since then as before", () => {
    const next = now("public-root", { leafKey: "cc" });
    expect(changeBy(next, [ago(0)]).kept).toEqual({ ...next, since: NOW - 20 * MINUTE });
  });

  it.each<[string, Sighting]>([
    ["under another root", now("public-root", { rootKey: "cc" })],
    ["under an added root", now("added-root")],
    ["refused", now("unknown-issuer")],
  ])("%s: since now", (_, next) => {
    expect(changeBy(next, [ago(0)])).toEqual({ dropped: [], kept: next });
  });

  it("over QUIC as well: what it showed before says more, at its own time", () => {
    expect(changeBy(now("public-root", { leftOutByPrograms: true }), [ago(5)])).toEqual(STANDS);
  });

  it("over QUIC again: as any other", () => {
    const next = now("public-root", { leftOutByPrograms: true });
    expect(changeBy(next, [ago(5, { leftOutByPrograms: true })]).kept).toMatchObject({ at: NOW });
  });

  it("no more over QUIC: at once", () => {
    const next = now("public-root");
    expect(changeBy(next, [ago(0, { leftOutByPrograms: true })]).kept).toMatchObject({ leftOutByPrograms: false });
  });
});

describe("all that was seen", () => {
  it("is forgotten after half an hour of silence", () => {
    const [older, newer] = [seen("a.example", "opened", { at: NOW - 50 * MINUTE }), ago(30)];
    expect(changeBy(now("added-root"), [older, newer]).dropped).toEqual([]);
    const silent = [older, { ...newer, at: newer.at - 1 }];
    expect(changeBy(now("public-root"), silent)).toEqual({ dropped: ["a.example", HOST], kept: now("public-root") });
  });

  it("is forgotten when the clock was put back by more than that, for nobody can say how long it was", () => {
    expect(changeBy(now("public-root"), [ago(-30)]).dropped).toEqual([]);
    expect(changeBy(now("public-root"), [ago(-31)]).dropped).toEqual([HOST]);
  });

  it("is 300 hosts at most, of which the oldest of the most crowded site gives way", () => {
    const target = seen("vk.com", "added-root");
    const crowd = Array.from({ length: 298 }, (_, index) => seen(`a${index}.crowd.example`, "opened"));
    const pair = [seen("a.pair.example", "opened"), target];
    expect(changeBy(now("opened"), [target, ...crowd]).dropped).toEqual([]);
    expect(changeBy(now("opened"), [...pair, ...crowd]).dropped).toEqual(["a0.crowd.example"]);
    expect(changeBy({ ...target, at: NOW, end: "opened" }, [...pair, ...crowd]).dropped).toEqual([]);
  });
});
