import { useState } from "preact/hooks";
import type { DisclosedRecord } from "../../src/evidence/disclosed.ts";
import { FIELDS_OF, type FieldName, type Fields } from "../../src/evidence/field.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { formatNumber } from "../components/local-format.ts";
import { verdictOf } from "../journal-view/journal-row.ts";
import { KeptReasons } from "../journal-view/kept-reasons.tsx";
import { RecordVerdict } from "../journal-view/record-verdict.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { ShowMore } from "./show-more.tsx";

/** As many records are shown at once. */
const STEP = 5;

/** What of each record leaves, in words: every field of it, shown or hidden. */
export function PreviewRecords({ records }: { readonly records: readonly DisclosedRecord[] }) {
  const [most, setMost] = useState(STEP);
  return (
    <>
      <ul class="previewed">
        {records.slice(0, most).map((disclosed) => (
          <li key={disclosed.record.seq} class="card">
            <PreviewRecord {...disclosed} />
          </li>
        ))}
      </ul>
      {records.length > most && <ShowMore onPress={() => setMost(most + STEP)} />}
    </>
  );
}

function PreviewRecord({ record, shown }: DisclosedRecord) {
  const verdict = verdictOf(record);
  const names: readonly FieldName[] = FIELDS_OF[record.kind];
  return (
    <>
      <p class="row-text">
        {verdict && <RecordVerdict verdict={verdict} />}
        <span>
          {t("export_record_number", String(record.seq))}{" "}
          {record.kind === "count" &&
            t("export_record_count", String(record.of), shown.count === undefined ? "?" : formatNumber(shown.count))}
        </span>
      </p>
      <dl class="facts">
        {names.map((name) => (
          <div key={name} class="fact" data-shown={name in shown}>
            <dt>{t(messageKey("disclose", name))}</dt>
            <dd>{name in shown ? <Value name={name} fields={shown} /> : t("preview_hidden")}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The value as it leaves, so that nothing is prettier here than it is in the file. */
function Value({ name, fields }: { readonly name: FieldName; readonly fields: Partial<Fields> }) {
  if (name === "findings") return <KeptReasons findings={fields.findings ?? []} />;
  const texts = textsOf(name, fields);
  if (texts.length === 0) return t("preview_nothing");
  return texts.map((text) => (
    <span key={text} class="value">
      <HostileText text={text} limit={text.length} />
    </span>
  ));
}

function textsOf(name: Exclude<FieldName, "findings">, fields: Partial<Fields>): readonly string[] {
  const value = fields[name];
  if (value == null) return [];
  if (typeof value !== "object") return [String(value)];
  if ("spkiSha256" in value) return [value.spkiSha256];
  if ("provider" in value) return [value.provider, value.line, value.note].filter((text) => text !== "");
  return value;
}
