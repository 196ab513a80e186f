import type { MatchStrength } from "../../src/detection/assessment.ts";
import type { AuthorityName } from "../../src/watchlist/authority-names.ts";
import { t } from "../platform/translate.ts";
import { formatCountry } from "./local-format.ts";
import { LocalText } from "./local-text.tsx";

/** ISO 3166-1 leaves this code to users: the lab's and the drill's authorities belong to no country. */
const NO_COUNTRY = "ZZ";

interface Props {
  readonly authority: AuthorityName;
  /** How the strongest finding that names the authority was matched. */
  readonly match: MatchStrength | null;
}

/** Who holds the matched key; or, when only a name was matched, whose name it is. */
export function AuthorityCard({ authority, match }: Props) {
  const nameOnly = match === "name" || match === "key-identifier";
  return (
    <div class="authority">
      <p class="label">{t(nameOnly ? "authority_named" : "authority_holds_key")}</p>
      <p class="authority-name">
        <LocalText text={authority.name} />
      </p>
      <dl class="facts">
        {authority.country !== NO_COUNTRY && (
          <>
            <dt>{t("authority_country")}</dt>
            <dd>{formatCountry(authority.country)}</dd>
          </>
        )}
        <dt>{t("authority_operator")}</dt>
        <dd>
          <LocalText text={authority.operator} />
        </dd>
      </dl>
    </div>
  );
}
