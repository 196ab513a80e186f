import { beforeAll, describe, expect, it } from "vitest";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { whatStands } from "../../../src/evidence/report/stands.ts";
import { ownListOf } from "../../../src/watchlist/own-list.ts";
import { withOwnList } from "../../../src/watchlist/with-own-list.ts";
import { CA, issued, NO_CA, type Party, party } from "../../certificate/made.ts";
import { type Listed, watchlistOfAll } from "../../detection/watchlists.ts";
import type { X509Certificate } from "../../lab/x509.ts";
import { ownEntry } from "../../watchlist/own-entries.ts";
import { connectionsOf } from "./chains.ts";

let root: Party;
let rootCertificate: X509Certificate;
let listed: Listed;

beforeAll(async () => {
  root = await party("CN=Root");
  rootCertificate = await issued(root, root, [CA]);
  listed = { certificate: rootCertificate, role: "interception", authority: "one" };
});

const leafUnder = async (issuer: Party) => issued(await party("CN=leaf"), issuer, [NO_CA]);

/** A new authority and its certificate from another. */
async function authorityUnder(issuer: Party, name: string) {
  const made = await party(name);
  return { ...made, certificate: await issued(made, issuer, [CA]) };
}

/** To which authorities a chain leads, by a list of the root and what else is listed. */
async function ledTo(chain: readonly X509Certificate[], others: readonly Listed[] = [], shows = asItIs) {
  const { records, certificates } = await connectionsOf(chain);
  const stands = await whatStands(records.map(shows), certificates, await watchlistOfAll([listed, ...others]));
  return stands.map(({ authority }) => authority);
}
const asItIs = (record: DisclosedRecord) => record;

describe("a leaf stands without the witness", () => {
  it("under the listed key itself, whether that key's certificate is there, hidden or nowhere", async () => {
    const leaf = await leafUnder(root);
    expect(await ledTo([leaf, rootCertificate])).toEqual(["one"]);
    expect(await ledTo([leaf])).toEqual(["one"]);
    const hidden = (record: DisclosedRecord) => ({ ...record, shown: { leaf: record.shown.leaf ?? null } });
    expect(await ledTo([leaf, rootCertificate], [], hidden)).toEqual(["one"]);
  });

  it("over all that are between, in whichever order, and also where another is not in the bundle", async () => {
    const upper = await authorityUnder(root, "CN=Upper");
    const lower = await authorityUnder(upper, "CN=Lower");
    const leaf = await leafUnder(lower);
    expect(await ledTo([leaf, upper.certificate, lower.certificate])).toEqual(["one"]);
    expect(await ledTo([leaf, lower.certificate])).toEqual([]);
    const named = ({ shown, ...record }: DisclosedRecord) => {
      const missing = "0".repeat(64);
      return { ...record, shown: { ...shown, issuers: [missing, ...(shown.issuers ?? []), missing] } };
    };
    expect(await ledTo([leaf, lower.certificate, upper.certificate], [], named)).toEqual(["one"]);
  });

  it("by every authority whose keys are on the way, once each", async () => {
    const middle = await authorityUnder(root, "CN=Middle");
    const chain = [await leafUnder(middle), middle.certificate, rootCertificate];
    expect(await ledTo(chain, [{ certificate: middle.certificate, role: "state-operated", authority: "two" }])).toEqual(
      ["two", "one"],
    );
    expect(await ledTo(chain, [{ ...listed, certificate: middle.certificate }])).toEqual(["one"]);
  });

  it("not under a listed certificate that lies beside, nor under one that is only called so", async () => {
    const stranger = await authorityUnder(await party("CN=Stranger"), "CN=Other");
    expect(await ledTo([await leafUnder(stranger), stranger.certificate, rootCertificate])).toEqual([]);
    const namesake = await party("CN=Root");
    const leaf = await leafUnder(namesake);
    expect(await ledTo([leaf, await issued(namesake, namesake, [CA])])).toEqual([]);
    expect(await ledTo([leaf, rootCertificate])).toEqual([]);
  });

  it("not under what the user alone watches, whose key anyone can make", async () => {
    const { records, certificates } = await connectionsOf([await leafUnder(root), rootCertificate]);
    const own = withOwnList(await watchlistOfAll([]), ownListOf([await ownEntry(rootCertificate)]));
    expect(await whatStands(records, certificates, own)).toEqual([]);
  });
});
