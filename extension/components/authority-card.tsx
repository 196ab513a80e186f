import { useContext } from "preact/hooks";
import type { MatchStrength } from "../../src/detection/assessment.ts";
import { DRILL_AUTHORITY } from "../../src/drill/authority.ts";
import type { AuthorityName } from "../../src/watchlist/authority-names.ts";
import { t } from "../platform/translate.ts";
import { countryName } from "./country-name.ts";
import { LocalText } from "./local-text.tsx";
import { MayOpenPages } from "./may-open-pages.ts";

interface Props {
  /** The name of the authority's dossier; what is made up has none. */
  readonly id: string;
  readonly authority: AuthorityName;
  /** How the strongest finding that names the authority was matched. */
  readonly match: MatchStrength | null;
}

/** Who holds the matched key; or, when only a name was matched, whose name it is. */
export function AuthorityCard({ id, authority, match }: Props) {
  const nameOnly = match === "name" || match === "key-identifier";
  const mayOpen = useContext(MayOpenPages);
  const country = countryName(authority.country);
  return (
    <div class="authority">
      <p class="label">{t(nameOnly ? "authority_named" : "authority_holds_key")}</p>
      <p class="authority-name">
        <LocalText text={authority.name} />
      </p>
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
      </dl>
      {id !== DRILL_AUTHORITY && (
        <p class="authority-more">
          {mayOpen ? (
            <a href={`../dossier/index.html#${id}`} target="_blank" rel="noopener">
              {t(nameOnly ? "dossier_link_named" : "dossier_link")}
            </a>
          ) : (
            t("dossier_private")
          )}
        </p>
      )}
    </div>
  );
}
