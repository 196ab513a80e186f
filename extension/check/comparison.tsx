import { useId, useState } from "preact/hooks";
import type { KeptCheck } from "../check-store/kept-checks.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { formatMoment } from "../components/local-format.ts";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";
import { compareChecks, rootName } from "./compare.ts";
import { outcomeText } from "./words.ts";

const NAME_LENGTH = 80;

/** Two of the last checks side by side, with the differences marked in words. */
export function Comparison({ checks }: { readonly checks: readonly KeptCheck[] }) {
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  const id = useId();
  const [newest, before] = checks;
  if (!newest || !before) return null;
  const first = checks.find((check) => check.id === chosen[0]) ?? before;
  const second = checks.find((check) => check.id === chosen[1]) ?? newest;
  const choices = [
    { label: t("compare_first"), check: first, choose: (to: string) => setChosen([to, chosen[1]]) },
    { label: t("compare_second"), check: second, choose: (to: string) => setChosen([chosen[0], to]) },
  ];
  return (
    <Section title={t("compare_title")} level={2}>
      <p class="muted">{t("compare_intro")}</p>
      {choices.map(({ label, check, choose }, index) => (
        <p key={label} class="field">
          <label for={`${id}${index}`}>{label}</label>
          <select
            id={`${id}${index}`}
            class="compared"
            value={check.id}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {checks.map((each) => (
              <option key={each.id} value={each.id}>
                {called(each)}
              </option>
            ))}
          </select>
        </p>
      ))}
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">{t("compare_host")}</th>
            <th scope="col">{called(first)}</th>
            <th scope="col">{called(second)}</th>
          </tr>
        </thead>
        <tbody>
          {compareChecks(first, second).map(({ target, views, differs }) => (
            <tr key={target} data-differs={differs}>
              <th scope="row">
                {target}
                {differs && <span class="differs">{t("compare_differs")}</span>}
              </th>
              {views.map((view, index) => (
                <td key={index === 0 ? "first" : "second"}>
                  <Outcome view={view} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Outcome({ view }: { readonly view: HostView | null }) {
  if (view === null) return <span class="muted">{t("check_host_unfinished")}</span>;
  const root = rootName(view);
  return (
    <>
      <p>{outcomeText(view)}</p>
      <p class="muted">
        {root === null ? t("compare_no_root") : <HostileText text={root} limit={NAME_LENGTH} />}
        {view.errorCode !== null && <code>{view.errorCode}</code>}
      </p>
    </>
  );
}

/** A check by its time and what the user said of the network. */
function called({ at, label: { country, provider, line, note } }: KeptCheck): string {
  return [formatMoment(at), provider, line, country, note].filter((part) => part !== "").join(" · ");
}
