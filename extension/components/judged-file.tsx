import { useCallback } from "preact/hooks";
import { type MessageKey, t } from "../platform/translate.ts";
import { CertificateBytes } from "./certificate-bytes.ts";
import { FileErrors } from "./file-errors.tsx";
import { HostDetails } from "./host-details.tsx";
import type { JudgedFile as Given } from "./judge-given.ts";
import { RolesNamed } from "./roles-named.tsx";
import { VerdictIcon } from "./verdict-icon.tsx";
import { wordsFor } from "./words-for.ts";

interface Props {
  readonly judged: Given;
  /** Says where the file comes from. */
  readonly origin: MessageKey;
}

/** The verdict on certificates that were given, marked as such, with everything it rests on. */
export function JudgedFile({ judged, origin }: Props) {
  const { assessment, errors, ders } = judged;
  const find = useCallback(
    async (sha256: string) => ders[assessment.certificates.findIndex((each) => each.sha256 === sha256)] ?? null,
    [ders, assessment],
  );
  const { verdict, kind } = assessment;
  const isReadable = kind !== null;
  const words = wordsFor(verdict, { ...judged, unseen: null, outcome: "unknown" });
  // Whether a site may use it on purpose is no question for what is to be installed.
  const meaning = kind === "certificate" && words.meaning === "meaning_listed" ? "given_listed" : words.meaning;
  return (
    <section class="judged">
      <header class="judged-head" data-verdict={verdict}>
        <VerdictIcon verdict={verdict} />
        <h2 tabIndex={-1}>{t(isReadable ? words.headline : "given_none")}</h2>
        <div class="explanation">
          {isReadable && meaning && <p>{t(meaning)}</p>}
          {kind === "certificate" && <p>{t("given_root_power")}</p>}
          <p class="supplied">{t(origin)}</p>
        </div>
      </header>
      <FileErrors errors={errors} />
      <RolesNamed findings={assessment.findings} />
      {isReadable && (
        <CertificateBytes value={find}>
          <HostDetails host={judged} level={2} />
        </CertificateBytes>
      )}
    </section>
  );
}
