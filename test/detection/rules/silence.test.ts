import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import { type Authority, createRoot } from "../../lab/certification-authority.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { fileObservation, pageObservation } from "../observations.ts";
import { chainUnder, NOW, stopped } from "../seen.ts";
import { watchlistOf } from "../watchlists.ts";

let root: Authority;
let chain: Certificate[];
let withoutTimestamps: Certificate[];

beforeAll(async () => {
  root = await createRoot({ name: "CN=Some Root", algorithm: "ec" });
  chain = await chainUnder(root, { asPublic: true });
  withoutTimestamps = await chainUnder(root);
});

const HISTORY = { at: NOW, hadTimestamps: true, serial: "01", notBefore: 0, notAfter: 0 };
const REMEMBERED = { ...NO_MEMORY, hosts: new Map([["www.google.com", HISTORY]]) };
const reasons = async (observation: Observation, list = watchlist, memory = NO_MEMORY) =>
  (await assess(observation, list, memory)).findings.map(({ reason }) => reason);

/** Everything that is said, not only what one rule says: who has nothing to say adds nothing to it. */
it.each<[string, () => Observation, string[]]>([
  ["under a public root", () => pageObservation(chain, { rootIsBuiltIn: true }), ["public-root"]],
  ["of a target under a public root", () => page("www.google.com", { rootIsBuiltIn: true }), ["public-root"]],
  ["under an added root", () => page("www.example.com"), ["added-root"]],
  ["of a target under an added root", () => page("vk.com"), ["added-root"]],
  ["of no known host under an added root", () => page(null), ["added-root"]],
  ["of a file", () => fileObservation(chain), []],
  ["of an authority by itself", () => fileObservation(chain.slice(1)), []],
  ["of a refusal", () => stopped("www.example.com", "wrong-name"), ["refused-wrong-name"]],
  ["of a target's refusal", () => stopped("www.google.com", "unknown-issuer"), ["refused-unknown-issuer"]],
  ["of a refusal at no known host", () => stopped(null, "unknown-issuer"), ["refused-unknown-issuer"]],
])("nothing more is said %s", async (_, observation, said) => {
  expect(await reasons(observation())).toEqual(said);
});

const unseen = {
  connection: "page",
  source: "none",
  host: "vk.com",
  at: NOW,
  basis: "none",
  outcome: "unknown",
} as const;

it("nor while nothing is seen of a target and the network wants a login", async () => {
  const login = { ...REMEMBERED, loginNetwork: true };
  expect(await reasons({ ...unseen, reason: "from-cache" }, watchlist, login)).toEqual(["unseen-from-cache"]);
});

const page = (host: string | null, differently = {}) => pageObservation(chain, { host, ...differently });

it("nor of a listed root, of what was misissued above the leaf, or of one part that was not read", async () => {
  const operated = await watchlistOf(root.path[0], "state-operated");
  expect(await reasons(page("www.example.com"), operated)).toEqual(["listed-certificate", "added-root"]);
  expect(await reasons(page(null), operated)).toEqual(["listed-certificate", "added-root"]);
  expect(await reasons(page(null), await watchlistOf(root.path[0], "misissued"))).toEqual(["added-root"]);
  const unread = { certificates: [{ der: Uint8Array.of(5, 0) }], isLeafUnread: false, leftOut: 0, isRootRead: null };
  expect(await reasons(page(null, { unread }))).toEqual(["added-root", "part-unread"]);
  const cut = { ...unread, certificates: [], leftOut: 2 };
  expect(await reasons(page(null, { unread: cut }))).toEqual(["added-root", "chain-cut"]);
});

it("nor where timestamps are missing or told elsewhere, or a host is remembered", async () => {
  const builtIn = { rootIsBuiltIn: true } as const;
  expect(await reasons(pageObservation(withoutTimestamps, builtIn))).toEqual(["no-timestamps", "public-root"]);
  const told = { ...builtIn, transparency: "compliant" } as const;
  expect(await reasons(pageObservation(withoutTimestamps, told))).toEqual(["public-root"]);
  expect(await reasons(page("www.google.com", builtIn), watchlist, REMEMBERED)).toEqual(["public-root"]);
  expect(await reasons(page("www.google.com"), watchlist, REMEMBERED)).toEqual(["added-root", "root-changed"]);
  const refusal = stopped("www.google.com", "wrong-date");
  expect(await reasons(refusal, watchlist, REMEMBERED)).toEqual(["refused-wrong-date"]);
});
