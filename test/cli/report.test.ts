import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import en from "../../extension/_locales/en/messages.json" with { type: "json" };
import { verifyGuide } from "../../src/evidence/bundle/guide.ts";
import { oneTimeSigner } from "../../src/evidence/bundle/signature.ts";
import { writeBundle } from "../../src/evidence/bundle/write-bundle.ts";
import { reportHtml } from "../../src/evidence/report/report.ts";
import { choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import { sentencesOf } from "../../src/evidence/sentence.ts";
import { makeJournal, makeWorld } from "../evidence/journal.ts";
import { selected } from "../evidence/selected.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { rootwatch } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "rootwatch-report-"));
const bundle = join(folder, "bundle.zip");
let written = "";

beforeAll(async () => {
  const world = await makeWorld();
  const { records, certificates } = await makeJournal(world);
  const bytes = await writeBundle({
    selection: selected(records, choiceOf(records, READY_FIELDS.newsroom)),
    certificate: async (sha256) => certificates.get(sha256) ?? null,
    sources: world.sources,
    signer: await oneTimeSigner(),
    report: async (contents, signer) => {
      written = await reportHtml(contents, signer, sentencesOf(en), watchlist);
      return written;
    },
    guide: verifyGuide,
  });
  writeFileSync(bundle, bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("rootwatch report", () => {
  it("writes the very report of the bundle again", async () => {
    expect(await rootwatch(["report", bundle])).toEqual({ status: 0, stdout: written, stderr: "" });
  });

  it("writes it in another language, into a file", async () => {
    const out = join(folder, "report.html");
    const { status, stdout } = await rootwatch(["report", bundle, "--lang", "kk", "-o", out]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(readFileSync(out, "utf8")).toContain('<html lang="kk">');
  });

  it("of a bundle that was changed says on standard error that and where it is broken, and exits 1", async () => {
    const broken = join(folder, "broken.zip");
    const bytes = readFileSync(bundle);
    const at = bytes.indexOf('"host","');
    expect(at).toBeGreaterThan(0);
    bytes[at + '"host","'.length] = "_".charCodeAt(0);
    writeFileSync(broken, bytes);
    const { status, stdout, stderr } = await rootwatch(["report", broken]);
    expect(status).toBe(1);
    expect(stdout).toContain("</html>");
    expect(stderr).toContain("disclosures.jsonl");
  });

  it.each([
    ["a file that is no bundle", () => [join(folder, "none.zip")]],
    ["a place where nothing can be written", () => [bundle, "-o", join(folder, "none", "report.html")]],
    ["two bundles", () => [bundle, bundle]],
    ["a language that there is not", () => [bundle, "--lang", "de"]],
  ])("%s: exit 2 and no report", async (_, words) => {
    const { status, stdout, stderr } = await rootwatch(["report", ...words()]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).not.toBe("");
    expect(stderr).not.toContain("    at ");
  });
});
