import { beforeAll, describe, expect, it } from "vitest";
import en from "../../../extension/_locales/en/messages.json" with { type: "json" };
import ru from "../../../extension/_locales/ru/messages.json" with { type: "json" };
import { textSafeToShare } from "../../../src/evidence/exports/safe-text.ts";
import { choiceOf, READY_FIELDS } from "../../../src/evidence/selection.ts";
import { sentencesOf } from "../../../src/evidence/sentence.ts";
import type { AuthorityNames } from "../../../src/watchlist/authority-names.ts";
import { createRoot } from "../../lab/certification-authority.ts";
import { HOSTILE, hostileRecords } from "../hostile.ts";
import {
  chainFor,
  connectionUnder,
  INTERCEPTOR,
  type Journal,
  journalOf,
  makeJournal,
  makeWorld,
  type World,
} from "../journal.ts";
import { selected } from "../selected.ts";

let world: World;
let journal: Journal;
let names: AuthorityNames;

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world, 2);
  names = new Map(world.sources.dossiers.authorities.map((authority) => [authority.id, authority]));
});

const recordsWith = (fields: keyof typeof READY_FIELDS) =>
  selected(journal.records, choiceOf(journal.records, READY_FIELDS[fields])).records;

describe("the text safe to share", () => {
  it("says verdict, authority, fingerprint and month, once for records of which these are the same", () => {
    const records = recordsWith("newsroom");
    expect(textSafeToShare(records, names, sentencesOf(en)).split("\n\n")).toEqual([
      expect.stringMatching(
        new RegExp(
          `^Rootwatch: Someone else can read and change this connection\nCertification authority: .+\nRoot certificate, SHA-256: ${records[0]?.shown.issuers?.at(-1)}\nMonth: 2026-10$`,
        ),
      ),
      "Rootwatch: A certificate on the list; this alone does not show interception\nMonth: 2026-10",
      "Rootwatch: An added root certificate is in use\nMonth: 2026-10\n",
    ]);
  });

  it("gives the listed key where the root is hidden", () => {
    const records = recordsWith("publish");
    const [record] = records;
    const key = record && "key" in record.record ? record.record.key : null;
    expect(textSafeToShare(records, names, sentencesOf(en))).toContain(
      `Public key, SHA-256: ${key ?? record?.shown.key?.spkiSha256}`,
    );
  });

  it("gives no fingerprint where only the name is the authority's, for that may be anybody's root", async () => {
    const copy = await createRoot({ name: INTERCEPTOR, algorithm: "ec" });
    const evidence = await connectionUnder(world, await chainFor("a.secret.example", copy), {
      host: "a.secret.example",
      at: Date.UTC(2026, 9, 3),
    });
    const formed = await journalOf([evidence.content]);
    const { records } = selected(formed, choiceOf(formed, READY_FIELDS.newsroom));
    const text = textSafeToShare(records, names, sentencesOf(en));
    expect(text).toMatch(/^Rootwatch: Looks like interception\nCertification authority: .+\nMonth: 2026-10\n$/);
  });

  it("is in the language that is asked for", () => {
    expect(textSafeToShare(recordsWith("publish"), names, sentencesOf(ru))).toContain("Удостоверяющий центр: ");
  });

  it("has nothing of hosts, certificates' names, places and the user's own entries", async () => {
    const { records } = await hostileRecords(world);
    const text = textSafeToShare([...records, ...recordsWith("newsroom")], names, sentencesOf(en));
    expect(text).not.toMatch(/secret|Provider|192\.0\.2|Mine|Made (Own|Unknown|Intermediate)|2026-10-/);
    for (const hostile of HOSTILE) expect(text).not.toContain(hostile);
  });
});
