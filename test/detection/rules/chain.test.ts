import { beforeAll, describe, expect, it } from "vitest";
import { fingerprints } from "../../../src/certificate/fingerprint.ts";
import { assess, assessExamined, examine } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { CA, issued, NO_CA, party, uncheckable } from "../../certificate/made.ts";
import type { X509Certificate } from "../../lab/x509.ts";
import { fileObservation, pageObservation, parsed } from "../observations.ts";
import { watchlistOf } from "../watchlists.ts";

let chain: [X509Certificate, X509Certificate, X509Certificate];
/** Knows the root as a public one, and lists something else. */
let withPublicRoot: Watchlist;
/** Knows no public root. */
let watchlist: Watchlist;

beforeAll(async () => {
  const [root, intermediate] = [await party("CN=Root"), await party("CN=Intermediate")];
  const [leaf, other] = [await party("CN=Leaf"), await party("CN=Other")];
  chain = [
    await issued(leaf, intermediate, [NO_CA]),
    await issued(intermediate, root, [CA]),
    await issued(root, root, [CA]),
  ];
  const [own] = parsed([chain[2]]);
  const listed = await issued(other, other, [CA]);
  watchlist = await watchlistOf(listed, "interception");
  withPublicRoot = await watchlistOf(listed, "interception", [own ? (await fingerprints(own)).spkiSha256 : ""]);
});

/** What the rule says of an observation: reason, certificate, details. */
async function said(observation: Observation, list = watchlist) {
  const { findings } = await assess(observation, list, NO_MEMORY);
  const own = findings.filter(({ rule }) => rule === "chain");
  expect(own.every(({ strength, verdict }) => strength === "context" && verdict === null)).toBe(true);
  return own.map(({ reason, certificate, details }) => [reason, certificate, ...details]);
}

describe("how much of a chain was seen", () => {
  it("a public root, by the browser's word or by our list, wherever it stands", async () => {
    const [leaf, intermediate, top] = parsed(chain);
    if (!leaf || !intermediate || !top) throw new Error("not read");
    const whole = [leaf, intermediate, top];
    expect(await said(pageObservation(whole, { rootIsBuiltIn: true }))).toEqual([["public-root", 2, "Root"]]);
    expect(await said(pageObservation(whole), withPublicRoot)).toEqual([["public-root", 2, "Root"]]);
    expect(await said(fileObservation(whole), withPublicRoot)).toEqual([["public-root", 2, "Root"]]);
    expect(await said(fileObservation([top, leaf, intermediate]), withPublicRoot)).toEqual([
      ["public-root", 0, "Root"],
    ]);
  });

  it("a leaf alone, which Chrome and an accepted exception show", async () => {
    const leaf = parsed(chain.slice(0, 1));
    expect(await said(pageObservation(leaf, { basis: "leaf-only", rootIsBuiltIn: null }))).toEqual([
      ["leaf-only", null],
    ]);
  });

  it("a chain that goes on above what was given", async () => {
    const part = parsed(chain.slice(0, 2));
    expect(await said(fileObservation(part))).toEqual([["root-not-given", null]]);
    expect(await said(pageObservation(part, { basis: "sent", rootIsBuiltIn: null }))).toEqual([
      ["root-not-given", null],
    ]);
    expect(await said(pageObservation(part, { exceptionAccepted: true }))).toEqual([["root-not-given", null]]);
  });

  it("nothing, where it ends in a root that is not public, or is no connection", async () => {
    expect(await said(fileObservation(parsed(chain)))).toEqual([]);
    expect(await said(pageObservation(parsed(chain)))).toEqual([]);
    expect(await said(pageObservation(parsed(chain.slice(0, 2))))).toEqual([]);
    expect(await said(fileObservation(parsed([chain[1]])))).toEqual([]);
  });
});

it("that a path may not have been found, where there was too much to check", async () => {
  const observation = fileObservation(parsed(chain));
  const examined = await examine(observation, watchlist);
  const cut = examined.chain && { ...examined.chain, complete: false };
  const { findings } = assessExamined(observation, { ...examined, chain: cut }, watchlist, NO_MEMORY);
  expect(findings).toMatchObject([{ rule: "chain", reason: "too-many-links", verdict: null, strength: "context" }]);
});

describe("a signature that does not hold", () => {
  it("is told with both names, and changes no verdict", async () => {
    const namesake = await party("CN=Root");
    const forged = parsed([chain[0], chain[1], await issued(namesake, namesake, [CA])]);
    expect(await said(fileObservation(forged))).toEqual([
      ["root-not-given", null],
      ["link-broken", 1, "Intermediate", "Root"],
    ]);
  });

  it("is told apart from one that cannot be checked", async () => {
    const odd = parsed([chain[0], uncheckable(chain[1]), chain[2]]);
    expect(await said(fileObservation(odd))).toEqual([
      ["root-not-given", null],
      ["link-not-checkable", 1, "Intermediate", "Root"],
    ]);
    // The browser has checked it, and says which root it ends in.
    expect(await said(pageObservation(odd), withPublicRoot)).toEqual([
      ["public-root", 2, "Root"],
      ["link-not-checkable", 1, "Intermediate", "Root"],
    ]);
  });

  it("is told of a listed issuer that was not sent, and of one at hand only once", async () => {
    const [leaf, issuer] = [uncheckable(chain[0]), chain[1]];
    const list = await watchlistOf(issuer, "interception");
    const told = ["link-not-checkable", 0, "Leaf", "Intermediate"];
    expect(await said(fileObservation(parsed([leaf])), list)).toEqual([["root-not-given", null], told]);
    expect(await said(fileObservation(parsed([leaf, issuer])), list)).toEqual([["root-not-given", null], told]);
  });

  it("is told of a listed issuer that was not sent, also where another signature is valid", async () => {
    const list = await watchlistOf(chain[2], "interception");
    expect(await said(fileObservation(parsed([chain[0], uncheckable(chain[1])])), list)).toEqual([
      ["root-not-given", null],
      ["link-not-checkable", 1, "Intermediate", "Root"],
    ]);
  });

  it("is told of a listed issuer whose key cannot be had, beside a namesake that did not sign", async () => {
    const namesake = await party("CN=Intermediate");
    const beside = parsed([chain[0], await issued(namesake, namesake, [CA])]);
    const list = await watchlistOf(chain[1], "interception");
    const keyless = {
      ...list,
      findByName: (name: string) => list.findByName(name).map((key) => ({ ...key, publicKey: () => Promise.reject() })),
    };
    expect(await said(fileObservation(beside), keyless)).toEqual([
      ["root-not-given", null],
      ["link-broken", 0, "Leaf", "Intermediate"],
      ["link-not-checkable", 0, "Leaf", "Intermediate"],
    ]);
  });
});
