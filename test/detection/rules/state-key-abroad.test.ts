import { beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { assess } from "../../../src/detection/assess.ts";
import { type HostHistory, NO_MEMORY } from "../../../src/detection/memory.ts";
import type { Role } from "../../../src/watchlist/authority.ts";
import { type Authority, createRoot } from "../../lab/certification-authority.ts";
import { fileObservation, pageObservation } from "../observations.ts";
import { chainUnder } from "../seen.ts";
import { shippedWith } from "../watchlists.ts";

const AUTHORITY = "ru-trusted-root-2022";
const KNOWN: HostHistory = { at: 0, hadTimestamps: true, serial: "01", notBefore: 0, notAfter: 0 };

let root: Authority;
let chain: Certificate[];

beforeAll(async () => {
  root = await createRoot({ name: "CN=State Root", algorithm: "ec" });
  chain = await chainUnder(root);
});

async function judge(host: string | null, known: string[] = [], role: Role = "state-operated", rootIsBuiltIn = false) {
  const list = await shippedWith([{ certificate: root.path[0], role, authority: AUTHORITY }]);
  const memory = { ...NO_MEMORY, hosts: new Map(known.map((name) => [name, KNOWN])) };
  const { verdict, findings } = await assess(pageObservation(chain, { host, rootIsBuiltIn }), list, memory);
  return { verdict, found: findings.filter(({ rule }) => rule === "state-key-abroad") };
}

it.each([
  ["www.google.com", []],
  ["mail.google.com", []],
  // No source says where it is at home.
  ["www.for.kg", []],
  ["www.my-newspaper.kz", ["www.my-newspaper.kz"]],
])("a state's key for %s", async (host, known) => {
  const { verdict, found } = await judge(host, known);
  expect(verdict).toBe("suspected");
  expect(found).toMatchObject([{ strength: "sign", authority: AUTHORITY, certificate: 1, details: [host] }]);
});

it.each([
  ["a company of that country, though it is a target", "vk.com", []],
  ["a known customer, though it is remembered under a public root", "www.sberbank.ru", ["www.sberbank.ru"]],
  ["a site that nobody is known to pick, whatever its country", "www.example.kz", []],
  ["a name that is not known", null, []],
])("%s: on the list and no more", async (_, host, known) => {
  expect(await judge(host, known)).toEqual({ verdict: "listed", found: [] });
});

it("an authority by itself is no connection, whatever host it is said to be of", async () => {
  const list = await shippedWith([{ certificate: root.path[0], role: "state-operated", authority: AUTHORITY }]);
  const alone = { ...fileObservation(chain.slice(1)), host: "www.google.com" };
  expect((await assess(alone, list, NO_MEMORY)).verdict).toBe("listed");
});

it("a key of another role is not asked where it is at home", async () => {
  expect(await judge("www.google.com", [], "distrusted-ca")).toEqual({ verdict: "listed", found: [] });
});
