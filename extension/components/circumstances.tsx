import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";
import { formatMoment } from "./local-format.ts";
import { Section } from "./section.tsx";

interface Props {
  readonly host: Pick<HostView, "source" | "connection" | "basis" | "at">;
  readonly level: 2 | 3;
}

/** Which source spoke, about which connection, and when. */
export function Circumstances({ host, level }: Props) {
  return (
    <Section title={t("circumstances_title")} level={level}>
      <dl class="facts">
        <dt>{t("source_label")}</dt>
        <dd>{t(messageKey("source", host.source))}</dd>
        <dt>{t("connection_label")}</dt>
        <dd>{t(messageKey("connection", host.connection))}</dd>
        <dt>{t("basis_label")}</dt>
        <dd>{t(messageKey("basis", host.basis))}</dd>
        <dt>{t("time_label")}</dt>
        <dd>
          <time dateTime={new Date(host.at).toISOString()}>{formatMoment(host.at)}</time>
        </dd>
      </dl>
    </Section>
  );
}
