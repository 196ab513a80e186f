import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import en from "../../../extension/_locales/en/messages.json" with { type: "json" };
import kk from "../../../extension/_locales/kk/messages.json" with { type: "json" };
import ru from "../../../extension/_locales/ru/messages.json" with { type: "json" };
import type { BundleContents } from "../../../src/evidence/bundle/contents.ts";
import { reportHtml } from "../../../src/evidence/report/report.ts";
import { choiceOf, READY_FIELDS } from "../../../src/evidence/selection.ts";
import { type Messages, sentencesOf } from "../../../src/evidence/sentence.ts";
import { watchlist } from "../../shipped-watchlist.ts";
import { contentsOf } from "../contents.ts";
import { type Journal, makeJournal, makeWorld, type World } from "../journal.ts";

const SIGNER = "5".repeat(64);
const english = sentencesOf(en);

let world: World;
let journal: Journal;
let contents: BundleContents;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 2);
  contents = await contentsOf(world, journal);
});

/** The part of a report under the heading of this message, up to the next heading of that rank. */
const part = (report: string, messages: Messages, key: string): string =>
  report.split("<h2>").find((text) => text.startsWith(sentencesOf(messages)(key).replaceAll("'", "&#39;"))) ?? "";

describe("a report", () => {
  it.each([
    ["en", en],
    ["ru", ru],
    ["kk", kk],
  ])("in the language %s says so, and has all its parts in it", async (language, messages) => {
    const report = await reportHtml(contents, SIGNER, sentencesOf(messages), world.sources.watchlist);
    expect(report).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    for (const key of [
      "report_a_title",
      "report_b_title",
      "report_c_title",
      "unlooked_title",
      "report_statement_title",
    ]) {
      expect(part(report, messages, key), key).not.toBe("");
    }
    expect(part(report, messages, "report_b_title").match(/<article>/g)).toHaveLength(contents.records.length);
  });

  it("is the same text whenever it is written from the same contents", async () => {
    expect(await reportHtml(contents, SIGNER, english, world.sources.watchlist)).toBe(
      await reportHtml(contents, SIGNER, english, world.sources.watchlist),
    );
  });

  it("marks in parts A and C what the list of whoever writes it does not have", async () => {
    const mark = `<p class="note added">${english("report_not_own", [watchlist.date]).slice(0, 30)}`;
    const marked = (report: string) =>
      ["a", "c"].map((letter) => part(report, en, `report_${letter}_title`).split(mark).length - 1);
    const standing = part(await reportHtml(contents, SIGNER, english, watchlist), en, "report_a_title");
    const entries = standing.split('class="entry"').length - 1;
    expect(entries).toBeGreaterThan(0);
    expect(marked(await reportHtml(contents, SIGNER, english, watchlist))).toEqual([entries, expect.any(Number)]);
    expect(marked(await reportHtml(contents, SIGNER, english, watchlist))[1]).toBeGreaterThan(0);
    expect(marked(await reportHtml(contents, SIGNER, english, world.sources.watchlist))).toEqual([0, 0]);
  });

  it("has no script, no link, and nothing from elsewhere", async () => {
    const report = await reportHtml(contents, SIGNER, english, world.sources.watchlist);
    expect(report).not.toMatch(/<(script|a|img|link|iframe|object|form|base)\b|\bon\w+=|src=|href=|url\(|@import/i);
    expect(report).toContain("Content-Security-Policy");
  });

  it("lets in no style but its own", async () => {
    const report = await reportHtml(contents, SIGNER, english, world.sources.watchlist);
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(report) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    expect(report).toContain(
      `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll("'", "&#39;")}">`,
    );
  });

  it("says by which key it is signed, or that nobody signed it", async () => {
    const signer = async (key: string | null) => {
      const report = await reportHtml(contents, key, english, world.sources.watchlist);
      return report.slice(report.indexOf(`<dt>${english("report_label_signer")}</dt>`)).split("\n", 1)[0];
    };
    expect(await signer(SIGNER)).toContain(`<dd><code>${SIGNER}</code></dd>`);
    expect(await signer(null)).toContain("<dd>There is no valid signature.</dd>");
  });

  it("shows nothing of a record whose fields are hidden", async () => {
    const hidden = await contentsOf(world, journal, choiceOf(journal.records, READY_FIELDS.publish));
    const report = await reportHtml({ ...hidden, certificates: new Map() }, SIGNER, english, world.sources.watchlist);
    expect(report).not.toMatch(/secret|Provider \d|note \d|192\.0\.2|2026-10-0|Made Own|Made Unknown/);
    expect(report).toContain("host 1 (hidden)");
    expect(report).toContain("2026-10");
  });

  it("says which records are left out", async () => {
    const some = contents.records.filter(({ record }) => [2, 5].includes(record.seq));
    const report = await reportHtml({ ...contents, records: some }, SIGNER, english, world.sources.watchlist);
    expect(report).toContain("Records: 2, with numbers from 2 to 5");
    expect(report).toContain("Numbers between them that are not in this file: 2.");
  });

  it("says of records of a newer Rootwatch what it can", async () => {
    const [record] = contents.records;
    if (!record?.shown.findings) throw new Error("there is no record");
    const findings = record.shown.findings.map((finding) => ({ ...finding, reason: "__proto__" }));
    const newer = { ...record, shown: { ...record.shown, findings } };
    const report = await reportHtml({ ...contents, records: [newer] }, SIGNER, english, world.sources.watchlist);
    expect(report).toContain("has no sentence for: <bdi>__proto__</bdi>");
  });
});

describe("part C of a report", () => {
  it("names the authority with the sources for each key", async () => {
    const [authority] = contents.watchlist.authorities;
    const attribution = part(
      await reportHtml(contents, SIGNER, english, world.sources.watchlist),
      en,
      "report_c_title",
    );
    expect(attribution).toContain(authority?.name.en);
    for (const source of authority?.certificates.flatMap(({ roleSources }) => roleSources) ?? []) {
      expect(attribution).toContain(source);
    }
    expect(attribution).toContain(authority?.sources[0]?.url);
  });
});
