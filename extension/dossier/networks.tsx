import type { AuthorityDossier } from "../../src/watchlist/dossiers.ts";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { SourceList } from "./source-list.tsx";

/** The networks in which the authority's certificates were measured or from which they were reported. */
export function Networks({ networks }: Pick<AuthorityDossier, "networks">) {
  if (networks.length === 0) return null;
  return (
    <Section title={t("networks_title")} level={2}>
      <p>{t("networks_text")}</p>
      <ul class="networks">
        {networks.map(({ asn, name }) => (
          <li key={`${asn} ${name}`}>
            {name} {asn !== null && <span class="muted">{`AS${asn}`}</span>}
          </li>
        ))}
      </ul>
      <SourceList sources={[...new Set(networks.map(({ source }) => source))]} />
    </Section>
  );
}
