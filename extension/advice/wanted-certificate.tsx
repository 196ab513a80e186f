import { HostileText } from "../components/hostile-text.tsx";
import { inPairs, type Wanted } from "../components/removal-fragment.ts";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";

/** Which certificate to look for, as systems show it. */
export function WantedCertificate({ wanted: { name, sha256, sha1 } }: { readonly wanted: Wanted }) {
  return (
    <Section title={t("advice_wanted_title")} level={2}>
      <div class="card wanted">
        <p class="wanted-name">
          <HostileText text={name} />
        </p>
        <dl class="facts stacked">
          <dt>{t("certificate_sha256")}</dt>
          <dd>
            <code>{inPairs(sha256)}</code>
          </dd>
          <dt>{t("advice_wanted_sha1")}</dt>
          <dd>
            <code>{inPairs(sha1)}</code>
          </dd>
        </dl>
        <p class="muted">{t("advice_wanted_compare")}</p>
      </div>
    </Section>
  );
}
