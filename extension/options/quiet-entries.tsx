import { QuietText } from "../components/quiet-text.tsx";
import { t } from "../platform/translate.ts";
import { type Quiet, quietId } from "../settings/quiet.ts";

interface Props {
  readonly entries: readonly Quiet[];
  readonly onRemove: (entry: Quiet) => void;
}

/** What the user does not want to be told of again, the newest first. */
export function QuietEntries({ entries, onRemove }: Props) {
  if (entries.length === 0) return <p class="muted">{t("quiet_none")}</p>;
  return (
    <ul class="own-entries quiet-entries">
      {entries.toReversed().map((entry) => (
        <li key={quietId(entry)} class="card own-entry">
          <p id={`quiet-${quietId(entry).replaceAll(" ", "-")}`}>
            <QuietText entry={entry} />
          </p>
          <button
            type="button"
            class="quiet unquiet"
            aria-describedby={`quiet-${quietId(entry).replaceAll(" ", "-")}`}
            onClick={() => onRemove(entry)}
          >
            {t("quiet_undo")}
          </button>
        </li>
      ))}
    </ul>
  );
}
