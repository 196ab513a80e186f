import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Role } from "../../../src/watchlist/authority.ts";
import { CA, issued, NO_CA, party } from "../../certificate/made.ts";
import type { X509Certificate } from "../../lab/x509.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { pageObservation, parsed } from "../observations.ts";
import { watchlistOf } from "../watchlists.ts";

let top: X509Certificate;
let chain: Certificate[];

beforeAll(async () => {
  const [root, leaf] = [await party("CN=Some State Root"), await party("CN=Leaf")];
  top = await issued(root, root, [CA]);
  chain = parsed([await issued(leaf, root, [NO_CA]), top]);
});

/** Judges the chain with its root as the Russian one, whose customers the shipped list names. */
async function judge(host: string, role: Role = "state-operated") {
  const isExpected = (_: string, name: string) => watchlist.isExpected("ru-trusted-root-2022", name);
  return assess(pageObservation(chain, { host }), { ...(await watchlistOf(top, role)), isExpected }, NO_MEMORY);
}

const customer = { rule: "expected-host", verdict: null, strength: "context", reason: "host-is-customer" };

it.each(["www.sberbank.ru", "vtb.ru"])(
  "%s: known to use the state's root, which is said and takes nothing away",
  async (host) => {
    const { verdict, findings } = await judge(host);
    expect(verdict).toBe("listed");
    expect(findings).toContainEqual(
      expect.objectContaining({ ...customer, details: [host], authority: "test-authority" }),
    );
  },
);

it.each(["www.google.com", "some-shop.ru", "sberbank.ru.example.com", "notvtb.ru"])(
  "%s: not known for it, whatever the country's domain",
  async (host) => {
    expect((await judge(host)).findings.filter(({ rule }) => rule === "expected-host")).toEqual([]);
  },
);

it("a customer's name excuses no key that was used for interception", async () => {
  const { verdict, findings } = await judge("vtb.ru", "interception");
  expect(verdict).toBe("intercepted");
  expect(findings.filter(({ rule }) => rule === "expected-host")).toEqual([]);
});
