import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { assess } from "../../../src/detection/assess.ts";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Role } from "../../../src/watchlist/authority.ts";
import { issued, NO_CA, party } from "../../certificate/made.ts";
import { type Authority, createRoot } from "../../lab/certification-authority.ts";
import { pageObservation, parsed } from "../observations.ts";
import { chainUnder } from "../seen.ts";
import { watchlistOf, watchlistOfAll } from "../watchlists.ts";

const HOST = "www.google.com";
const KNOWN = { at: Date.UTC(2026, 10, 1), hadTimestamps: true, serial: "01", notBefore: 0, notAfter: 0 };

let root: Authority;
let namesake: Authority;
let stranger: Authority;

beforeAll(async () => {
  root = await createRoot({ name: "CN=Listed Root", algorithm: "ec" });
  namesake = await createRoot({ name: "CN=Listed Root", algorithm: "ec" });
  stranger = await createRoot({ name: "CN=Stranger", algorithm: "ec" });
});

async function judge(
  certificates: readonly Certificate[],
  differently = {},
  role: Role = "distrusted-ca",
  host = HOST,
) {
  const list = await watchlistOf(root.path[0], role);
  const memory = { ...NO_MEMORY, hosts: new Map([[HOST, KNOWN]]) };
  const { verdict, findings } = await assess(pageObservation(certificates, { host, ...differently }), list, memory);
  return { verdict, changed: findings.filter(({ rule }) => rule === "root-changed") };
}

const TOLD = { verdict: null, strength: "context", certificate: 1, details: ["2026-11-01T00:00:00Z"] };

it("from a public root to an added one", async () => {
  const { verdict, changed } = await judge(await chainUnder(stranger));
  expect(verdict).toBe("added-root");
  expect(changed).toMatchObject([TOLD]);
});

it("from a public root to a listed one that the browser ships", async () => {
  const { verdict, changed } = await judge(await chainUnder(root), { rootIsBuiltIn: true });
  expect(verdict).toBe("listed");
  expect(changed).toMatchObject([TOLD]);
});

it("from a public root to a listed one that resembles another listed one besides", async () => {
  const list = await watchlistOfAll([
    { certificate: root.path[0], role: "distrusted-ca" },
    { certificate: namesake.path[0], role: "interception", authority: "other-authority" },
  ]);
  const memory = { ...NO_MEMORY, hosts: new Map([[HOST, KNOWN]]) };
  const seen = pageObservation(await chainUnder(root), { host: HOST, rootIsBuiltIn: null, basis: "sent" });
  const { findings } = await assess(seen, list, memory);
  expect(findings.map(({ reason }) => reason)).toEqual(
    expect.arrayContaining(["listed-certificate", "name-of-listed", "root-changed"]),
  );
});

it("from one public root to another, though it bears the name or the key identifier of a listed one: nothing", async () => {
  const { extensions } = root.path[0];
  const [copyist, leaf] = [await party("CN=Copyist"), await party("CN=Leaf")];
  const copied = parsed([await issued(leaf, copyist, [NO_CA]), await issued(copyist, copyist, extensions)]);
  for (const certificates of [await chainUnder(namesake), copied]) {
    const judged = await judge(certificates, { rootIsBuiltIn: true }, "interception");
    expect(judged).toEqual({ verdict: "nothing-found", changed: [] });
  }
});

it("a host that this device does not remember: nothing", async () => {
  expect((await judge(await chainUnder(stranger), {}, "distrusted-ca", "www.example.com")).changed).toEqual([]);
});
