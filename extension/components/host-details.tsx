import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";
import { AuthorityCard } from "./authority-card.tsx";
import { nameOfAuthority } from "./authority-name.ts";
import { Chain } from "./chain.tsx";
import { Circumstances } from "./circumstances.tsx";
import { Findings } from "./findings.tsx";
import { Section } from "./section.tsx";

/** What the details of a verdict are made of. */
export type Judged = Pick<HostView, "assessment" | "basis" | "source" | "connection" | "at">;

/** Everything that the verdict on one host rests on. Why nothing was seen belongs to the verdict itself and is said beside it. */
export function HostDetails({ host, level }: { readonly host: Judged; readonly level: 2 | 3 }) {
  const { assessment, basis } = host;
  const authority = assessment.authority === null ? undefined : nameOfAuthority(assessment.authority);
  const reasons = assessment.findings.filter((finding) => finding.rule !== "not-inspected");
  const naming = assessment.findings.find((finding) => finding.authority === assessment.authority);
  return (
    <>
      {assessment.authority !== null && authority && (
        <AuthorityCard id={assessment.authority} authority={authority} match={naming?.match ?? null} />
      )}
      {reasons.length > 0 && (
        <Section title={t("findings_title")} level={level}>
          <Findings findings={reasons} />
        </Section>
      )}
      {assessment.certificates.length > 0 && <Chain assessment={assessment} basis={basis} level={level} />}
      {host.source !== "none" && <Circumstances host={host} level={level} />}
    </>
  );
}
