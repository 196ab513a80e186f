import type { AuthorityDossier, Dossiers } from "../../src/watchlist/dossiers.ts";
import { countryName } from "../components/country-name.ts";
import { compareNames, formatDay } from "../components/local-format.ts";
import { LocalText } from "../components/local-text.tsx";
import { Section } from "../components/section.tsx";
import { Sentence } from "../components/sentence.tsx";
import { t } from "../platform/translate.ts";
import { groupByCountry } from "./countries.ts";
import { Law } from "./law.tsx";
import { yearsOf } from "./period.ts";
import { periodText } from "./period-text.ts";

interface Props {
  readonly dossiers: Dossiers;
  /** What was asked for and is not on the list; null when nothing was. */
  readonly unknownId: string | null;
}

/** All authorities by country, with the countries of which only laws and events are on record. */
export function AuthorityIndex({ dossiers, unknownId }: Props) {
  return (
    <>
      <header class="head">
        <h1 tabIndex={-1}>{t("index_title")}</h1>
        {unknownId !== null && (
          <p class="note" role="status">
            <Sentence message="index_unknown" parts={[unknownId]} />
          </p>
        )}
        <p>{t("index_intro")}</p>
        <p class="note">{t("dossier_basis", formatDay(dossiers.date))}</p>
      </header>
      {groupByCountry(dossiers, countryName, compareNames).map(({ name, authorities, law }) => (
        <Section key={name} title={name ?? t("index_no_country")} level={2}>
          {authorities.length === 0 ? (
            <>
              <p class="muted">{t("index_law_only")}</p>
              <Law law={law} />
            </>
          ) : (
            <ul class="authorities">
              {authorities.map((authority) => (
                <AuthorityLine key={authority.id} authority={authority} />
              ))}
            </ul>
          )}
        </Section>
      ))}
    </>
  );
}

function AuthorityLine({ authority }: { readonly authority: AuthorityDossier }) {
  const { id, name, operator, incidents } = authority;
  return (
    <li>
      <a href={`#${id}`}>
        <LocalText text={name} />
      </a>
      <p class="muted">
        <LocalText text={operator} />
        {incidents.length > 0 && ` · ${periodText(yearsOf(incidents))}`}
      </p>
    </li>
  );
}
