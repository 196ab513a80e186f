import { nameText } from "../../certificate/name.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import { authorityOf, keyOf } from "../named.ts";
import { readCertificates } from "../read-certificates.ts";
import { csvCell } from "./csv-cell.ts";

/** The names of the columns, in their order. */
const COLUMNS = [
  ...["seq", "hash", "prev", "kind", "verdict", "rules", "authority", "key_sha256"],
  ...["month", "day", "hour", "time", "last", "site", "host", "address", "country", "provider", "line", "note"],
  ...["leaf_sha256", "leaf_subject", "issuers_sha256", "last_issuer_subject", "offered_sha256", "reasons"],
  ...["connection", "basis", "outcome", "source", "error", "root_is_built_in", "exception_accepted", "check"],
  ...["of", "count", "clock_went_back", "rootwatch", "watchlist", "browser"],
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number | boolean | null | undefined>>;

/** Lets spreadsheets read UTF-8 as such. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * CSV after RFC 4180 in UTF-8 with a byte order mark: one line of names, then one a record. What is hidden, not known or not part of that
 * kind of record is an empty cell; a hidden host is called "host 1" and so on.
 * @param certificates DER by SHA-256.
 */
export async function recordsAsCsv(
  records: readonly DisclosedRecord[],
  certificates: ReadonlyMap<string, Uint8Array>,
): Promise<string> {
  const read = await readCertificates(certificates);
  const subjects = new Map([...read].map(([hash, { subject }]) => [hash, nameText(subject)]));
  const rowOf = (disclosed: DisclosedRecord): Row => {
    const { record, hash, shown, hiddenHost } = disclosed;
    const top = shown.issuers?.at(-1);
    return {
      ...{ seq: record.seq, hash, prev: record.prev, kind: record.kind },
      ...judged(disclosed),
      ...seen(disclosed),
      of: record.kind === "count" ? record.of : null,
      ...{ month: shown.month, day: shown.day, hour: shown.hour, time: shown.time, last: shown.last },
      site: shown.site,
      host: hiddenHost === null ? shown.host : `host ${hiddenHost}`,
      ...{ address: shown.address, country: shown.country },
      ...{ provider: shown.network?.provider, line: shown.network?.line, note: shown.network?.note },
      ...{ leaf_sha256: shown.leaf, leaf_subject: subjects.get(shown.leaf ?? "") },
      ...{ issuers_sha256: shown.issuers?.join(" "), last_issuer_subject: subjects.get(top ?? "") },
      ...{ offered_sha256: shown.offered?.join(" "), count: shown.count },
      reasons: shown.findings?.map(({ reason, details }) => [reason, ...details].join(": ")).join(" / "),
      clock_went_back: record.clockWentBack,
      ...record.versions,
    };
  };
  const rows = records.map(rowOf);
  const names = COLUMNS.map(csvCell).join(",");
  const lines = rows.map((row) => COLUMNS.map((name) => csvCell(String(row[name] ?? ""))).join(","));
  return BYTE_ORDER_MARK + [names, ...lines].map((line) => `${line}\r\n`).join("");
}

function judged(disclosed: DisclosedRecord): Row {
  const { record } = disclosed;
  const authority = { authority: authorityOf(disclosed), key_sha256: keyOf(disclosed) };
  if (!("verdict" in record)) return authority;
  return { verdict: record.verdict, rules: record.rules.join(" "), ...authority };
}

function seen({ record }: DisclosedRecord): Row {
  if (record.kind !== "connection") return {};
  const { connection, basis, outcome, source, error, rootIsBuiltIn, exceptionAccepted, check } = record;
  return {
    ...{ connection, basis, outcome, source, error, check },
    root_is_built_in: rootIsBuiltIn,
    exception_accepted: exceptionAccepted,
  };
}
