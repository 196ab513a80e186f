import { HostileText } from "../components/hostile-text.tsx";
import { formatMoment } from "../components/local-format.ts";
import { t } from "../platform/translate.ts";
import type { BlockView } from "../views/alerts-view.ts";

interface Props {
  readonly stopped: readonly BlockView[];
  readonly onLetThrough: (host: string) => void;
}

/** The hosts to which nothing goes, each with the press that lets it pass again. */
export function StoppedHosts({ stopped, onLetThrough }: Props) {
  if (stopped.length === 0) return <p class="muted">{t("stopped_none")}</p>;
  return (
    <ul class="own-entries stopped-hosts">
      {stopped.map(({ kind, host, at }) => (
        <li key={`${kind} ${host}`} class="card own-entry">
          <p class="own-entry-name" id={`stopped-${host}`}>
            <HostileText text={host} />
          </p>
          <p class="muted">
            {at === null ? t("stopped_target") : <time dateTime={new Date(at).toISOString()}>{formatMoment(at)}</time>}
          </p>
          <button
            type="button"
            class="quiet let-through"
            aria-describedby={`stopped-${host}`}
            onClick={() => onLetThrough(host)}
          >
            {t("stopped_let_through")}
          </button>
        </li>
      ))}
    </ul>
  );
}
