import { HostDetails } from "../components/host-details.tsx";
import { HostileText } from "../components/hostile-text.tsx";
import { Section } from "../components/section.tsx";
import { VerdictIcon } from "../components/verdict-icon.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";

const isQuiet = ({ assessment }: HostView) => ["nothing-found", "not-inspected"].includes(assessment.verdict);

/** The connections that the headline does not speak of, in the order given; those without a finding are folded away together. */
export function OtherHosts({ hosts }: { readonly hosts: readonly HostView[] }) {
  if (hosts.length === 0) return null;
  const shown = hosts.filter((host) => host.isPage || !isQuiet(host));
  const quiet = hosts.filter((host) => !host.isPage && isQuiet(host));
  return (
    <Section title={t("hosts_title")} level={2}>
      <HostList hosts={shown} />
      {quiet.length > 0 && (
        <details class="quiet-hosts">
          <summary>{t("hosts_quiet", String(quiet.length))}</summary>
          <HostList hosts={quiet} />
        </details>
      )}
    </Section>
  );
}

function HostList({ hosts }: { readonly hosts: readonly HostView[] }) {
  if (hosts.length === 0) return null;
  return (
    <ul class="hosts">
      {hosts.map((host) => (
        <li key={`${host.connection} ${host.isBefore} ${host.host}`}>
          <details>
            <summary class="opens" data-verdict={host.assessment.verdict}>
              <VerdictIcon verdict={host.assessment.verdict} />
              <span class="host-line">
                <HostileText text={host.host} />
                <span class="muted">{connectionMark(host)}</span>
                <span class="host-verdict">{t(messageKey("verdict", host.assessment.verdict))}</span>
              </span>
            </summary>
            {host.unseen && <p>{t(messageKey("reason_unseen", host.unseen))}</p>}
            <HostDetails host={host} level={3} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function connectionMark({ connection, isPage, isBefore }: HostView): string {
  if (isBefore) return ` (${t("hosts_before")})`;
  if (connection === "probe") return ` (${t("hosts_probe")})`;
  return isPage ? ` (${t("hosts_page_itself")})` : "";
}
