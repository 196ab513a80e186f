import { HostileText } from "../components/hostile-text.tsx";
import { formatNumber } from "../components/local-format.ts";
import { t } from "../platform/translate.ts";
import type { Entry } from "./entry.ts";

/** A host name is seldom longer. */
const LONGEST_HOST = 120;

/** What a record is about, in a few words. */
export function RecordSubject({ kind, of, count, host }: Pick<Entry, "kind" | "of" | "count" | "host">) {
  if (kind === "count") return t("export_record_count", String(of), formatNumber(count));
  if (kind === "added-root") return t("export_record_root", formatNumber(count));
  const named = host ? <HostileText text={host} limit={LONGEST_HOST} /> : t("export_record_no_host");
  return kind === "offer" ? [t("export_record_offer"), ": ", named] : named;
}
