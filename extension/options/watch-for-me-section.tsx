import { useId, useState } from "preact/hooks";
import * as v from "valibot";
import { readTarget } from "../components/read-target.ts";
import { hasDebugger } from "../platform/own-worker.ts";
import { t } from "../platform/translate.ts";
import { MOST_WATCHED, WatchedHost } from "../settings/settings.ts";
import { SettingsSection } from "./settings-section.tsx";
import { Switch } from "./switch.tsx";
import { useSettings } from "./use-settings.ts";

/** The sites that are asked once more whenever the user opens them, and the switches for that. */
export function WatchForMeSection() {
  const { read, change } = useSettings();
  return (
    <SettingsSection name="watching" shown={read}>
      {({ settings: { watchForMe, watchedHosts, watchWithBar } }) => (
        <>
          <p>{t("watching_intro")}</p>
          <Switch
            name="watch-for-me"
            message="watching_switch"
            isOn={watchForMe}
            onSwitch={(watchForMe) => change({ type: "set-switches", switches: { watchForMe } })}
          />
          {watchedHosts.length === 0 && <p class="muted">{t("watching_none")}</p>}
          <ul class="watched-hosts">
            {watchedHosts.map((host) => (
              <li key={host}>
                <span>{host}</span>{" "}
                <button
                  type="button"
                  class="quiet"
                  onClick={() => change({ type: "watch-host", host, isWatched: false })}
                >
                  {t("watching_remove", host)}
                </button>
              </li>
            ))}
          </ul>
          <AddHost hosts={watchedHosts} onAdd={(host) => change({ type: "watch-host", host, isWatched: true })} />
          {hasDebugger && (
            <>
              <Switch
                name="watch-with-bar"
                message="watching_bar_switch"
                isOn={watchWithBar}
                onSwitch={(watchWithBar) => change({ type: "set-switches", switches: { watchWithBar } })}
              />
              <p class="muted">
                {t("watching_bar_explained")}
                <q class="browser-bar">{t("inspect_bar_text")}</q>
                {t("inspect_bar_reason")}
              </p>
            </>
          )}
        </>
      )}
    </SettingsSection>
  );
}

interface AddProps {
  readonly hosts: readonly string[];
  readonly onAdd: (host: string) => void;
}

function AddHost({ hosts, onAdd }: AddProps) {
  const [typed, setTyped] = useState("");
  const [isOdd, setOdd] = useState(false);
  const id = useId();
  const add = () => {
    const host = readTarget(typed)?.replace(/:\d+$/, "");
    const fits = v.is(WatchedHost, host) && hosts.length < MOST_WATCHED;
    setOdd(!fits);
    if (!fits) return;
    if (!hosts.includes(host)) onAdd(host);
    setTyped("");
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={id}>{t("check_other_label")}</label>
      <div class="add-target">
        <input
          id={id}
          class="watched-host"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="quiet add-watched">
          {t("check_other_button")}
        </button>
      </div>
      <p role="status">{isOdd && t("check_other_odd", String(MOST_WATCHED))}</p>
    </form>
  );
}
