import { t } from "../platform/translate.ts";
import { wordsFor } from "./advice.tsx";
import { FileErrors } from "./file-errors.tsx";
import { HostDetails } from "./host-details.tsx";
import type { JudgedFile as Given } from "./judge-given.ts";
import { RolesNamed } from "./roles-named.tsx";
import { VerdictIcon } from "./verdict-icon.tsx";

/** The verdict on certificates that were given, marked as such, with everything it rests on. */
export function JudgedFile({ judged }: { readonly judged: Given }) {
  const { assessment, errors } = judged;
  const { verdict } = assessment;
  const isReadable = assessment.kind !== null;
  const { headline, meaning } = wordsFor(verdict, { ...judged, unseen: null });
  return (
    <section class="judged">
      <header class="judged-head" data-verdict={verdict}>
        <VerdictIcon verdict={verdict} />
        <h2 tabIndex={-1}>{t(isReadable ? headline : "given_none")}</h2>
        <div class="explanation">
          {isReadable && meaning && <p>{t(meaning)}</p>}
          {assessment.kind === "certificate" && <p>{t("given_root_power")}</p>}
          <p class="supplied">{t("given_supplied")}</p>
        </div>
      </header>
      <FileErrors errors={errors} />
      <RolesNamed findings={assessment.findings} />
      {isReadable && <HostDetails host={judged} level={2} />}
    </section>
  );
}
