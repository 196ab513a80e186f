import type { AuthorityDossier, Dossiers } from "../../src/watchlist/dossiers.ts";
import { countryName } from "../components/country-name.ts";
import { formatDay } from "../components/local-format.ts";
import { LocalText } from "../components/local-text.tsx";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { ConcernedSites, OrdinaryCustomers } from "./concerned-sites.tsx";
import { Law } from "./law.tsx";
import { ListedKeys } from "./listed-keys.tsx";
import { Networks } from "./networks.tsx";
import { yearsOf } from "./period.ts";
import { periodText } from "./period-text.ts";
import { Roles } from "./roles.tsx";
import { Source } from "./source-list.tsx";
import { Timeline } from "./timeline.tsx";

/** The index is this page without a name behind "#". */
const INDEX = "#";

interface Props {
  readonly authority: AuthorityDossier;
  readonly dossiers: Dossiers;
}

/** Everything that is known of one authority: who, what for and when first, hashes last. */
export function Dossier({ authority, dossiers }: Props) {
  const country = countryName(authority.country);
  const law = dossiers.legal.find((legal) => legal.country === authority.country) ?? null;
  return (
    <>
      <nav>
        <a href={INDEX}>{t("index_link")}</a>
      </nav>
      <Head authority={authority} country={country} />
      <Roles certificates={authority.certificates} />
      <p class="note">{t("dossier_basis", formatDay(dossiers.date))}</p>
      <Section title={t("incidents_title")} level={2}>
        {authority.incidents.length === 0 ? (
          <p>{t("incidents_none")}</p>
        ) : (
          <Timeline events={authority.incidents.map(({ summary, ...rest }) => ({ ...rest, text: summary }))} />
        )}
      </Section>
      <ConcernedSites authority={authority} targets={dossiers.targets} />
      <OrdinaryCustomers expectedHosts={authority.expectedHosts} />
      <Networks networks={authority.networks} />
      {country !== null && (
        <Section title={t("law_title", country)} level={2}>
          <Law law={law} />
        </Section>
      )}
      <Sources sources={authority.sources} />
      <ListedKeys certificates={authority.certificates} />
    </>
  );
}

interface HeadProps {
  readonly authority: AuthorityDossier;
  readonly country: string | null;
}

/** Who it is, and how things stand with it. */
function Head({ authority, country }: HeadProps) {
  return (
    <header class="head">
      <h1 tabIndex={-1}>
        <LocalText text={authority.name} />
      </h1>
      <dl class="facts">
        {country !== null && (
          <>
            <dt>{t("authority_country")}</dt>
            <dd>{country}</dd>
          </>
        )}
        <dt>{t("authority_operator")}</dt>
        <dd>
          <LocalText text={authority.operator} />
        </dd>
        {authority.incidents.length > 0 && (
          <>
            <dt>{t("authority_years")}</dt>
            <dd>{periodText(yearsOf(authority.incidents))}</dd>
          </>
        )}
      </dl>
      <p>
        <LocalText text={authority.status} />
      </p>
    </header>
  );
}

function Sources({ sources }: Pick<AuthorityDossier, "sources">) {
  return (
    <Section title={t("sources_title")} level={2}>
      <p class="muted">{t("sources_visit")}</p>
      <ul class="works">
        {sources.map(({ url, what }) => (
          <li key={url}>
            <Source source={url} />
            <p class="muted" lang="en">
              {what}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
