import type { Check, CheckedHost } from "../check-store/check-state.ts";
import { HostDetails } from "../components/host-details.tsx";
import { Section } from "../components/section.tsx";
import { VerdictIcon } from "../components/verdict-icon.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { outcomeText } from "./words.ts";

interface Props {
  readonly check: Check;
  readonly onCancel: () => void;
}

/** How far a check has come, or how it ended, and what it says of each host. */
export function CheckResult({ check: { hosts, ending }, onCancel }: Props) {
  const done = hosts.filter(({ progress }) => progress === "checked").length;
  return (
    <Section title={t("check_result_title")} level={2}>
      <p role="status" class="check-progress" data-ending={ending ?? "running"}>
        {ending === null ? t("check_progress", String(done), String(hosts.length)) : t(messageKey("check_end", ending))}
      </p>
      {ending === null && (
        <button type="button" class="quiet cancel" onClick={onCancel}>
          {t("check_cancel")}
        </button>
      )}
      <ul class="checked-hosts">
        {hosts.map((host) => (
          <li key={host.target} data-target={host.target} data-progress={host.progress}>
            <HostLine host={host} isOver={ending !== null} />
            {host.frame !== null && (
              <iframe title={host.target} src={host.frame} sandbox="" referrerpolicy="no-referrer" hidden />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function HostLine({
  host: { target, progress, view },
  isOver,
}: {
  readonly host: CheckedHost;
  readonly isOver: boolean;
}) {
  if (view === null) {
    const state = isOver ? "unfinished" : progress === "asking" ? "asking" : "waiting";
    return (
      <p class="host-line" data-verdict="not-inspected">
        <VerdictIcon verdict="not-inspected" />
        <span class="row-text">
          {target} <span class="muted">{t(messageKey("check_host", state))}</span>
        </span>
      </p>
    );
  }
  const { verdict } = view.assessment;
  return (
    <details>
      <summary class="host-line opens" data-verdict={verdict}>
        <VerdictIcon verdict={verdict} />
        <span class="row-text">
          {target} <span class="outcome">{outcomeText(view)}</span>
        </span>
      </summary>
      <div class="host-more">
        {view.unseen === null && <p>{t(messageKey("meaning", verdict))}</p>}
        <HostDetails host={view} level={3} />
      </div>
    </details>
  );
}
