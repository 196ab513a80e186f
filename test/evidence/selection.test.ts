import { expect, it } from "vitest";
import type { DisclosedRecord } from "../../src/evidence/disclosed.ts";
import { FIELDS_OF, type FieldName, type Fields } from "../../src/evidence/field.ts";
import { EMPTY_HEAD, type FormedRecord, formRecord, type RecordContent } from "../../src/evidence/record.ts";
import { choiceOf, READY_FIELDS, singleChoice } from "../../src/evidence/selection.ts";
import { HASH, keptFinding, VERSIONS } from "./disclosed.ts";
import { selected } from "./selected.ts";

const KEY = { spkiSha256: HASH, isLeaf: false };
const SEEN: Pick<Fields, "month" | "day" | "hour" | "time"> = {
  ...{ month: "2026-11", day: "2026-11-22", hour: "2026-11-22T03", time: "2026-11-22T03:17:07.123Z" },
};

type Connection = Extract<RecordContent, { open: { kind: "connection" } }>;

/** A connection to `host`, whose line names no key unless told otherwise. */
function connection(host: string | null, differently: Partial<Connection["fields"]> = {}, key: string | null = null) {
  const content: Connection = {
    open: {
      ...{ kind: "connection", verdict: "listed", rules: ["own-entry"], authority: null, key },
      ...{
        connection: "page",
        basis: "browser-built",
        outcome: "passed",
        source: "firefox-security-info",
        error: null,
      },
      ...{ rootIsBuiltIn: false, exceptionAccepted: false, check: null, versions: VERSIONS },
    },
    fields: {
      ...{ ...SEEN, site: host, host, address: null, country: null, network: null, leaf: null, issuers: [] },
      ...{ authority: null, key: KEY, findings: [], ...differently },
    },
  };
  return content;
}

const addedRoot: RecordContent = {
  open: { kind: "added-root", versions: VERSIONS },
  fields: { month: "2026-11", day: "2026-11-22", country: null, network: null, issuers: [HASH], key: KEY, count: 2 },
};

async function journalOf(...contents: RecordContent[]): Promise<FormedRecord[]> {
  const records: FormedRecord[] = [];
  for (const content of contents) records.push(await formRecord(content, records.at(-1) ?? EMPTY_HEAD, false));
  return records;
}

const namesOf = ({ shown }: DisclosedRecord) => Object.keys(shown);

it("everything that is chosen leaves with its own line, in the order of the records and of their fields", async () => {
  const records = await journalOf(connection("a.example"), addedRoot);
  const { lines, disclosures, records: disclosed } = selected(records, choiceOf(records, READY_FIELDS.newsroom));
  expect(lines).toEqual(records.map(({ line }) => line));
  expect(disclosures).toEqual(records.flatMap((record) => record.disclosures));
  expect(disclosed.map(({ line, hash }) => ({ line, hash }))).toEqual(
    records.map(({ line, hash }) => ({ line, hash })),
  );
  expect(disclosed.map(({ shown }) => shown)).toEqual([connection("a.example").fields, addedRoot.fields]);
});

it("of what is not chosen only the lines go along, and those not either where one record leaves alone", async () => {
  const records = await journalOf(connection("a.example"), connection("b.example"), addedRoot);
  const withChain = selected(records, { ...singleChoice(2), withChain: true });
  expect(withChain.lines).toHaveLength(3);
  expect(withChain.records.map((each) => namesOf(each).length > 0)).toEqual([false, true, false]);
  expect(withChain.disclosures).toEqual(records[1]?.disclosures);
  expect(selected(records, choiceOf(records.slice(1, 2), READY_FIELDS.newsroom))).toEqual(withChain);
  const alone = selected(records, singleChoice(2));
  expect(alone.lines).toEqual([records[1]?.line]);
  expect(alone.disclosures).toEqual(records[1]?.disclosures);
});

it("the choice to publish shows month, authority and key, and what they lead to nowhere", async () => {
  const own = { key: { ...KEY, isLeaf: true } };
  const records = await journalOf(connection("a.example"), connection("b.example", own), addedRoot);
  const { records: shown } = selected(records, choiceOf(records, READY_FIELDS.publish));
  expect(shown.map(namesOf)).toEqual([["month", "authority", "key"], ["month"], ["month", "key"]]);
});

it("certificates above the leaf are shown without the key only where the line names it", async () => {
  const records = await journalOf(connection("a.example"), connection("b.example", {}, HASH), addedRoot);
  const { records: shown } = selected(records, choiceOf(records, new Set<FieldName>(["month", "issuers"])));
  expect(shown.map(namesOf)).toEqual([["month"], ["month", "issuers"], ["month"]]);
});

it("each hidden host has one number among the records that are chosen, counted from 1", async () => {
  const hosts = ["a.example", "b.example", "a.example", null, "c.example", "d.example"];
  const records = await journalOf(...hosts.map((host) => connection(host)));
  const { records: hiding } = choiceOf(records, new Set<FieldName>(["month"]));
  const chosen = new Map([...hiding]).set(5, READY_FIELDS.newsroom);
  chosen.delete(2);
  const numbers = selected(records, { records: chosen, withChain: true }).records.map(({ hiddenHost }) => hiddenHost);
  expect(numbers).toEqual([1, null, 1, null, null, 2]);
});

it("reasons that speak of a host or site that another record hides are hidden, unless it is shown elsewhere", async () => {
  const findings = [keptFinding("own-entry", { details: ["other", "b.example"] })];
  const shown = async (seqs: number[], ...others: RecordContent[]) => {
    const records = await journalOf(connection("a.example", { findings }), ...others);
    const chosen = new Map(seqs.map((seq) => [seq, READY_FIELDS.newsroom]));
    return selected(records, { records: chosen, withChain: true }).records.map(namesOf)[0];
  };
  const hidden = connection("b.example", { site: null });
  const withoutReasons = FIELDS_OF.connection.filter((name) => name !== "findings");
  expect(await shown([1], addedRoot)).toEqual(FIELDS_OF.connection);
  expect(await shown([1], hidden)).toEqual(withoutReasons);
  expect(await shown([1], connection("c.example", { site: "b.example" }))).toEqual(withoutReasons);
  expect(await shown([1, 2], hidden, hidden)).toEqual(FIELDS_OF.connection);
});

it("a certificate that is another record's hidden leaf is not shown among those above a leaf", async () => {
  const other = "cd".repeat(32);
  const records = await journalOf(
    connection("a.example", { issuers: [HASH, other] }),
    connection("b.example", { leaf: other }),
    connection("c.example", { issuers: [HASH] }),
  );
  const fields = new Set<FieldName>(["month", "key", "issuers"]);
  const { records: shown } = selected(records, choiceOf(records, fields));
  expect(shown.map(namesOf)).toEqual([
    ["month", "key"],
    ["month", "issuers", "key"],
    ["month", "issuers", "key"],
  ]);
});
