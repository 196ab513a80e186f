import type { AuthorityDossier } from "../../src/watchlist/dossiers.ts";
import { certificateName } from "../components/certificate-name.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { formatDay } from "../components/local-format.ts";
import { Section } from "../components/section.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { SourceList } from "./source-list.tsx";

/** Room for any name and hash; what is longer is not read to its end. */
const VALUE_LENGTH = 600;

type ListedKey = AuthorityDossier["certificates"][number];

/** The keys and certificates by which Rootwatch knows the authority, each folded. */
export function ListedKeys({ certificates }: Pick<AuthorityDossier, "certificates">) {
  if (certificates.length === 0) return null;
  return (
    <Section title={t("keys_title")} level={2}>
      <ul class="keys">
        {certificates.map((certificate) => (
          <li key={certificate.sha256 ?? certificate.sha1 ?? certificate.spkiSha256}>
            <ListedKeyItem certificate={certificate} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ListedKeyItem({ certificate }: { readonly certificate: ListedKey }) {
  const { position, role, subject, serial, notBefore, notAfter, sha256, sha1, spkiSha256, note } = certificate;
  const name = subject === null ? null : certificateName({ subject, subjectAltNames: [], serial: serial ?? "" });
  return (
    <details class="fold">
      <summary>
        {name !== null && (
          <>
            <HostileText text={name} />
            {" · "}
          </>
        )}
        {t(messageKey("chain", position))}
        <span class="muted">{` · ${t(messageKey("role", role))}`}</span>
      </summary>
      {notBefore !== null && notAfter !== null && (
        <p class="muted">{t("certificate_validity", formatDay(notBefore), formatDay(notAfter))}</p>
      )}
      {note !== undefined && (
        <p class="muted" lang="en">
          {note}
        </p>
      )}
      <dl class="facts stacked">
        <KeyFact label={t("certificate_subject")} value={subject} />
        <KeyFact label={t("certificate_serial")} value={serial} isCode />
        <KeyFact label={t("certificate_sha256")} value={sha256} isCode />
        <KeyFact label={t("certificate_sha1")} value={sha1} isCode />
        <KeyFact label={t("certificate_key_hash")} value={spkiSha256} isCode />
      </dl>
      <SourceList sources={certificate.roleSources} />
    </details>
  );
}

interface KeyFactProps {
  readonly label: string;
  /** Null where no source publishes it. */
  readonly value: string | null;
  /** Whether it is read letter by letter. */
  readonly isCode?: boolean;
}

function KeyFact({ label, value, isCode = false }: KeyFactProps) {
  if (value === null) return null;
  const text = <HostileText text={value} limit={VALUE_LENGTH} />;
  return (
    <>
      <dt>{label}</dt>
      <dd>{isCode ? <code>{text}</code> : text}</dd>
    </>
  );
}
