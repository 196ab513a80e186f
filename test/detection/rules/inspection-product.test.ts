import { describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { fingerprints } from "../../../src/certificate/fingerprint.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import { CA, issued, NO_CA, party } from "../../certificate/made.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { products } from "../../watchlist/facts.ts";
import { fileObservation, pageObservation, parsed } from "../observations.ts";
import { watchlistOf } from "../watchlists.ts";

/** A name of each way in which a product is known to call its certificates: RFC 4514, as short as it may be. */
const named = products.products.flatMap(({ id, product, patterns }) =>
  patterns.map((pattern) => {
    const name = pattern.map(({ attribute, text }) => `${attribute}=${text.replace(/[,+"\\<>;#]/g, "\\$&")}`);
    return { id, product, name: name.join(",") };
  }),
);

async function chainUnder(name: string) {
  const [root, leaf] = [await party(name), await party("CN=www.example.com")];
  const [top, end] = [await issued(root, root, [CA]), await issued(leaf, root, [NO_CA])];
  return { top, chain: parsed([end, top]) };
}

const judge = (chain: readonly Certificate[], differently = {}, list = watchlist) =>
  assess(pageObservation(chain, differently), list, NO_MEMORY);

describe("a root with the name of a product", () => {
  it("31 products are known by a name", () => {
    expect(new Set(named.map(({ id }) => id)).size).toBe(31);
  });

  it.each(named)("$id: $name: asks whether it is installed here", async ({ product, name }) => {
    const { verdict, findings } = await judge((await chainUnder(name)).chain);
    expect(verdict).toBe("added-root");
    expect(findings).toContainEqual(
      expect.objectContaining({
        verdict: null,
        strength: "context",
        reason: "calls-itself-product",
        details: [product],
      }),
    );
  });

  it.each(named)("$id: $name: on a listed key clears nothing", async ({ name }) => {
    const { top, chain } = await chainUnder(name);
    for (const [role, expected] of [
      ["interception", "intercepted"],
      ["private-key-public", "intercepted"],
      ["state-operated", "listed"],
      ["distrusted-ca", "listed"],
    ] as const) {
      const list = { ...(await watchlistOf(top, role)), findProduct: watchlist.findProduct };
      expect(await judge(chain, {}, list)).toMatchObject({ verdict: expected, authority: "test-authority" });
    }
  });
});

const KNOWN = "O=mitmproxy,CN=mitmproxy";
const asks = async (assessment: ReturnType<typeof judge>) =>
  (await assessment).findings.some(({ reason }) => reason === "calls-itself-product");

describe("the question is asked", () => {
  it("where only the leaf was seen, by the issuer it names", async () => {
    const { chain } = await chainUnder(KNOWN);
    expect(await asks(judge(chain.slice(0, 1), { basis: "leaf-only", rootIsBuiltIn: null }))).toBe(true);
  });

  it("of a file", async () => {
    const { chain } = await chainUnder(KNOWN);
    expect(await asks(assess(fileObservation(chain), watchlist, NO_MEMORY))).toBe(true);
  });
});

describe("the question is not asked", () => {
  it("under a public root, which would have had to sign the name", async () => {
    const { chain } = await chainUnder(KNOWN);
    expect(await asks(judge(chain, { rootIsBuiltIn: true }))).toBe(false);
  });

  it("about a certificate that merely lies beside the chain", async () => {
    const { top } = await chainUnder(KNOWN);
    const { chain } = await chainUnder("CN=Somebody");
    expect(await asks(judge([...chain, ...parsed([top])], { basis: "sent", rootIsBuiltIn: null }))).toBe(false);
  });

  it("of a root of which the user has said who put it there, which a leaf with that key says nothing of", async () => {
    const { chain } = await chainUnder(KNOWN);
    const [leaf, root] = await Promise.all(chain.map(async (each) => (await fingerprints(each)).spkiSha256));
    const answered = (key = "") =>
      asks(assess(pageObservation(chain), watchlist, { ...NO_MEMORY, answers: new Map([[key, "unknown"]]) }));
    expect(await answered(root)).toBe(false);
    expect(await answered(leaf)).toBe(true);
  });

  it("about a site that has the name itself", async () => {
    const [site, root] = [await party(KNOWN), await party("CN=Somebody")];
    expect(await asks(judge(parsed([await issued(site, root, [NO_CA])])))).toBe(false);
  });
});
