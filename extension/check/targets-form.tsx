import { useId, useState } from "preact/hooks";
import { readTarget } from "../components/read-target.ts";
import { MOST_CHECKED } from "../messages.ts";
import { hasDebugger } from "../platform/own-worker.ts";
import { t } from "../platform/translate.ts";
import { DEFAULT_TARGETS } from "../settings/default-targets.ts";

interface Props {
  readonly isRunning: boolean;
  readonly onStart: (targets: readonly string[]) => void;
}

/** Names the hosts before anything is asked of them, lets the user choose, and says who will see it. */
export function TargetsForm({ isRunning, onStart }: Props) {
  const [offered, setOffered] = useState(DEFAULT_TARGETS);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const [isOdd, setOdd] = useState(false);
  const id = useId();
  const chosen = offered.filter((target) => !left.includes(target));

  const add = () => {
    const target = readTarget(typed);
    setOdd(target === null || offered.length >= MOST_CHECKED);
    if (target === null || offered.length >= MOST_CHECKED) return;
    if (!offered.includes(target)) setOffered([...offered, target]);
    setLeft(left.filter((each) => each !== target));
    setTyped("");
  };
  const toggle = (target: string) =>
    setLeft(left.includes(target) ? left.filter((each) => each !== target) : [...left, target]);

  return (
    <form
      class="card targets"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning && chosen.length > 0) onStart(chosen);
      }}
    >
      <fieldset class="answers">
        <legend>{t("check_hosts_legend")}</legend>
        {offered.map((target) => (
          <label key={target} class="answer-choice">
            <input
              type="checkbox"
              name="target"
              value={target}
              checked={!left.includes(target)}
              onChange={() => toggle(target)}
            />
            {target}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for={id}>{t("check_other_label")}</label>
        <div class="add-target">
          <input
            id={id}
            class="other-target"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
          <button type="button" class="quiet add" onClick={add}>
            {t("check_other_button")}
          </button>
        </div>
        <p role="status">{isOdd && t("check_other_odd", String(MOST_CHECKED))}</p>
      </div>
      <p class="warning">{t("check_provider_sees")}</p>
      {hasDebugger && (
        <p>
          {t("inspect_bar")}
          <q class="browser-bar">{t("inspect_bar_text")}</q>
          {t("inspect_bar_reason")}
        </p>
      )}
      <button type="submit" class="start" aria-disabled={isRunning || chosen.length === 0}>
        {t("check_button")}
      </button>
    </form>
  );
}
