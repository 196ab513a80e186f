import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checkProposal } from "../../scripts/check-proposal.ts";
import { aCertificate, anAuthority, newKey } from "./entry.ts";
import { authorityNames, facts } from "./facts.ts";
import { nodeRoots } from "./node-roots.ts";

const TEMPLATE = "docs/authority-template.json";

const faultsOf = async (proposal: unknown, path = "test-one.json") =>
  (await checkProposal(path, JSON.stringify(proposal), facts)).faults;

describe("a file without faults", () => {
  it("the template is one, and what would follow from it is said", async () => {
    expect(await checkProposal(TEMPLATE, await readFile(TEMPLATE, "utf8"), facts)).toEqual({
      faults: [],
      effects: [
        'certificates.0 (interception, at most "intercepted") is found by the certificate itself, its key, what it signed, its key identifier, its name.',
      ],
    });
  });

  it.each(authorityNames)("%s is one, in the place of itself", async (name) => {
    const path = `src/watchlist/authorities/${name}.json`;
    expect((await checkProposal(path, await readFile(path, "utf8"), facts)).faults).toEqual([]);
  });

  it.each([
    ["misissued", "leaf", "intercepted", "the certificate itself"],
    ["state-operated", "intermediate", "listed", "the certificate itself, its key, what it signed"],
  ] as const)("%s: promises no more than the detector does", async (role, position, verdict, means) => {
    const proposal = anAuthority({ certificates: [aCertificate({ role, position })] });
    expect((await checkProposal("test-one.json", JSON.stringify(proposal), facts)).effects).toEqual([
      `certificates.0 (${role}, at most "${verdict}") is found by ${means}.`,
    ]);
  });
});

describe("a file with faults is told", () => {
  it("every one of those that the file shows by itself", async () => {
    const { sources: _, ...withoutSources } = anAuthority({
      country: "Kazakhstan",
      certificates: [aCertificate({ role: "interception", roleSources: [] })],
    });
    expect(await faultsOf(withoutSources)).toEqual([
      "country: a country code such as KZ is wanted.",
      "certificates.0.roleSources: a source of the role is wanted.",
      expect.stringMatching(/^sources: /),
    ]);
  });

  it("that it is not JSON", async () => {
    expect((await checkProposal("a.json", "{", facts)).faults).toEqual([expect.stringMatching(/^It is not JSON: /)]);
  });

  it("that it is called otherwise than its id", async () => {
    expect(await faultsOf(anAuthority(), "other.json")).toEqual(["The file must be called test-one.json."]);
  });

  it("a hash that is not the key's", async () => {
    const wrong = aCertificate({ spkiSha256: newKey().spkiSha256 });
    expect(await faultsOf(anAuthority({ certificates: [wrong] }))).toEqual([
      expect.stringMatching(/^In test-one, certificates\.0\.spkiSha256 is wrong: it is not the SHA-256 of publicKey/),
    ]);
  });

  it("a key of a current public root", async () => {
    const publicKey = Buffer.from(nodeRoots[0]?.spki ?? []).toString("base64");
    const taken = aCertificate({ publicKey, spkiSha256: null });
    expect(await faultsOf(anAuthority({ certificates: [taken] }))).toEqual([
      "In test-one, certificates.0.spkiSha256 is wrong: it is the key of a current public root.",
    ]);
  });
});
