import { useId } from "preact/hooks";
import { visibleText } from "../../src/certificate/visible-text.ts";
import type { Watchable } from "../../src/watchlist/own-input.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { t } from "../platform/translate.ts";

const NAME_LENGTH = 80;
const HASH_LENGTH = 16;

interface Props {
  readonly watchables: readonly Watchable[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** What was read: the one thing, or a list to choose one from. */
export function WatchableChoice({ watchables, chosen, onChoose }: Props) {
  const id = useId();
  const [only] = watchables;
  if (only && watchables.length === 1) {
    return (
      <p class="own-found">
        <HostileText text={called(only)} limit={NAME_LENGTH} />
      </p>
    );
  }
  return (
    <p class="field">
      <label for={id}>{t("own_choose_label")}</label>
      <select
        id={id}
        class="own-choice"
        value={chosen}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {watchables.map((watchable, index) => (
          <option key={index} value={index}>
            {`${index + 1}. ${visibleText(called(watchable), NAME_LENGTH)}`}
          </option>
        ))}
      </select>
    </p>
  );
}

function called({ subject, suggestedName }: Watchable): string {
  if (subject.sha256 === null) return t("own_bare_key", `${subject.spkiSha256.slice(0, HASH_LENGTH)}…`);
  return suggestedName || (subject.subject ?? subject.sha256);
}
