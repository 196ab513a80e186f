import { identityOf, type OwnEntry } from "../../src/watchlist/own-entry.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { formatDay } from "../components/local-format.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import type { Placed } from "../settings/policy.ts";

const SUBJECT_LENGTH = 600;

interface Props {
  readonly entries: readonly OwnEntry[];
  readonly onRemove: (entry: OwnEntry) => void;
}

/** The entries of the own list, the newest first. */
export function OwnEntries({ entries, onRemove }: Props) {
  return (
    <ul class="own-entries">
      {entries.toReversed().map((entry) => (
        <li key={identityOf(entry)} class="card own-entry">
          <EntryWords entry={entry} />
          <details>
            <summary class="muted">
              {t("own_added_on")} <time dateTime={entry.added}>{formatDay(entry.added)}</time>
            </summary>
            <EntryFacts entry={entry} origin={entry.fromChain ? "own_from_chain" : "own_given"} />
          </details>
          <button
            type="button"
            class="quiet remove"
            id={elementId("remove", entry)}
            aria-labelledby={`${elementId("remove", entry)} ${elementId("name", entry)}`}
            onClick={() => onRemove(entry)}
          >
            {t("own_remove")}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The entries that an administrator has set, in their order. */
export function ManagedEntries({ entries }: { readonly entries: readonly Placed<OwnEntry>[] }) {
  return (
    <ul class="own-entries managed-entries">
      {entries.map((entry) => (
        <li key={entry.at} class="card own-entry">
          <EntryWords entry={entry} />
          <details>
            <summary class="muted">{t("own_managed_facts")}</summary>
            <EntryFacts entry={entry} origin="managed_entry" />
          </details>
        </li>
      ))}
    </ul>
  );
}

function EntryWords({ entry }: { readonly entry: OwnEntry }) {
  return (
    <>
      <p class="own-entry-name" id={elementId("name", entry)}>
        <HostileText text={entry.name} />
      </p>
      {entry.why !== "" && (
        <p>
          <HostileText text={entry.why} limit={entry.why.length} />
        </p>
      )}
    </>
  );
}

const elementId = (part: string, entry: OwnEntry) => `${part}-${identityOf(entry).replace(" ", "-")}`;

function EntryFacts({ entry, origin }: { readonly entry: OwnEntry; readonly origin: MessageKey }) {
  return (
    <dl class="facts stacked">
      {entry.subject !== null && (
        <>
          <dt>{t("certificate_subject")}</dt>
          <dd>
            <HostileText text={entry.subject} limit={SUBJECT_LENGTH} />
          </dd>
        </>
      )}
      {entry.sha256 !== null && (
        <>
          <dt>{t("own_certificate_hash")}</dt>
          <dd>
            <code>{entry.sha256}</code>
          </dd>
        </>
      )}
      <dt>{t("own_key_hash")}</dt>
      <dd>
        <code>{entry.spkiSha256}</code>
      </dd>
      <dt>{t("own_origin")}</dt>
      <dd>{t(origin)}</dd>
    </dl>
  );
}
