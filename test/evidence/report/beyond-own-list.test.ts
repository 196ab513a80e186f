import { beforeAll, describe, expect, it } from "vitest";
import { beyondOwnList } from "../../../src/evidence/report/beyond-own-list.ts";
import { type Stands, whatStands } from "../../../src/evidence/report/stands.ts";
import type { Role } from "../../../src/watchlist/authority.ts";
import { CA, issued, NO_CA, parsed, party, selfSigned } from "../../certificate/made.ts";
import { watchlistOfAll } from "../../detection/watchlists.ts";
import { HASH } from "../disclosed.ts";
import { connectionsOf, hashOf } from "./chains.ts";
import { listOf } from "./content.ts";

let stands: (role: Role, authority?: string) => Stands;

beforeAll(async () => {
  const leaf = parsed(await selfSigned("ec-p256"));
  stands = (role, authority = "one") => ({ seq: 3, leaf, authority, role, key: HASH });
});

/** A root, and a leaf that it signed. */
async function rootAndLeaf(name: string) {
  const root = await party(name);
  const leaf = await issued(await party("CN=leaf"), root, [NO_CA]);
  return { root: await issued(root, root, [CA]), leaf };
}

describe("what stands by the sender's list", () => {
  it("is beyond one's own unless that has the key of the same authority in the same role", async () => {
    const own = await listOf({ spkiSha256: HASH });
    const beyond = async (each: Stands) => [...(await beyondOwnList([each], [], new Map(), own))];
    const [role, authority] = [stands("state-operated"), stands("interception", "two")];
    expect(await beyond(stands("interception"))).toEqual([]);
    expect(await beyond(role)).toEqual([role]);
    expect(await beyond(authority)).toEqual([authority]);
    const key = { ...stands("interception"), key: "cd".repeat(32) };
    expect(await beyond(key)).toEqual([key]);
  });

  it("is not beyond one's own where that has the certificate alone; the others are", async () => {
    const [one, two] = [await rootAndLeaf("CN=One"), await rootAndLeaf("CN=Two")];
    const { records, certificates } = await connectionsOf([one.leaf, one.root], [two.leaf, two.root]);
    const role = "interception";
    const theirs = await watchlistOfAll([
      { certificate: one.root, role, authority: "one" },
      { certificate: two.root, role, authority: "one" },
    ]);
    const all = await whatStands(records, certificates, theirs);
    const own = await listOf({ sha256: await hashOf(one.root) });
    expect([...(await beyondOwnList(all, records, certificates, own))].map(({ seq }) => seq)).toEqual([2]);
  });
});
