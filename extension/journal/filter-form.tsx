import { useId } from "preact/hooks";
import { VERDICTS } from "../../src/detection/verdict.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { EVERYTHING, type Filter, isNarrow, KINDS } from "./filter.ts";

interface Props {
  readonly filter: Filter;
  readonly onChange: (changes: Partial<Filter>) => void;
}

/** What narrows the records down. */
export function FilterForm({ filter, onChange }: Props) {
  const id = useId();
  const { text, ...others } = filter;
  return (
    <search class="card filter">
      <p class="field">
        <label for={`${id}text`}>{t("records_filter_text")}</label>
        <input
          id={`${id}text`}
          name="text"
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
      </p>
      <details open={isNarrow({ ...others, text: "" })}>
        <summary>{t("records_filter_more")}</summary>
        <div class="filter-fields">
          <p class="field">
            <label for={`${id}verdict`}>{t("records_filter_verdict")}</label>
            <select
              id={`${id}verdict`}
              name="verdict"
              value={filter.verdict ?? ""}
              onChange={({ currentTarget: { value } }) =>
                onChange({ verdict: VERDICTS.find((verdict) => verdict === value) ?? null })
              }
            >
              <option value="">{t("records_filter_any")}</option>
              {VERDICTS.map((verdict) => (
                <option key={verdict} value={verdict}>
                  {t(messageKey("verdict", verdict))}
                </option>
              ))}
            </select>
          </p>
          <p class="field">
            <label for={`${id}kind`}>{t("records_filter_kind")}</label>
            <select
              id={`${id}kind`}
              name="kind"
              value={filter.kind ?? ""}
              onChange={({ currentTarget: { value } }) =>
                onChange({ kind: KINDS.find((kind) => kind === value) ?? null })
              }
            >
              <option value="">{t("records_kind_any")}</option>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(messageKey("records_kind", kind))}
                </option>
              ))}
            </select>
          </p>
          {(["from", "to"] as const).map((end) => (
            <p key={end} class="field">
              <label for={id + end}>{t(messageKey("records_filter", end))}</label>
              <input
                id={id + end}
                name={end}
                type="date"
                value={filter[end]}
                onInput={({ currentTarget }) => onChange({ [end]: currentTarget.value })}
              />
            </p>
          ))}
        </div>
      </details>
      {isNarrow(filter) && (
        <p class="presses">
          <button type="button" class="quiet show-all" onClick={() => onChange(EVERYTHING)}>
            {t("records_show_all")}
          </button>
        </p>
      )}
    </search>
  );
}
