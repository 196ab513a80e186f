import type { CertificateSummary } from "../../src/certificate/summary.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import { CopyButton } from "./copy-button.tsx";
import { HostileText } from "./hostile-text.tsx";
import { formatMoment } from "./local-format.ts";
import { WholeCertificate } from "./whole-certificate.tsx";

const SUBJECT_LENGTH = 600;
const VALUE_LENGTH = 100;

/** Everything that the summary of a certificate holds, and the way to the rest. */
export function CertificateFacts({ certificate }: { readonly certificate: CertificateSummary }) {
  const { sha256, irregularities } = certificate;
  return (
    <>
      <dl class="facts stacked">
        <Fact label="certificate_subject" value={certificate.subject} />
        <Fact label="certificate_issuer" value={certificate.issuer} />
        <Moment label="certificate_not_before" rfc3339={certificate.notBefore} />
        <Moment label="certificate_not_after" rfc3339={certificate.notAfter} />
        <Fact label="certificate_key_type" value={certificate.keyType} />
        <Fact label="certificate_signature" value={certificate.signatureAlgorithm} />
        {hashesOf(certificate).map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>
                  <code>
                    <HostileText text={value} limit={VALUE_LENGTH} />
                  </code>
                </dd>
              </div>
            ),
        )}
        {irregularities.length > 0 && <Fact label="certificate_odd" value={irregularities.join(", ")} />}
      </dl>
      <CopyButton message="certificate_copy_sha256" text={() => sha256} />
      <WholeCertificate sha256={sha256} />
    </>
  );
}

function Fact({ label, value }: { readonly label: MessageKey; readonly value: string }) {
  return (
    <div>
      <dt>{t(label)}</dt>
      <dd>
        <HostileText text={value} limit={SUBJECT_LENGTH} />
      </dd>
    </div>
  );
}

/** Our own words for a time: what would mislead in text from outside stands in them on purpose. */
function Moment({ label, rfc3339 }: { readonly label: MessageKey; readonly rfc3339: string }) {
  return (
    <div>
      <dt>{t(label)}</dt>
      <dd>{formatMoment(Date.parse(rfc3339))}</dd>
    </div>
  );
}

function hashesOf(certificate: CertificateSummary) {
  const { serial, sha256, sha1, spkiSha256, subjectKeyId, authorityKeyId } = certificate;
  return [
    ["certificate_serial", serial],
    ["certificate_sha256", sha256],
    ["certificate_sha1", sha1],
    ["certificate_key_hash", spkiSha256],
    ["certificate_subject_key_id", subjectKeyId],
    ["certificate_authority_key_id", authorityKeyId],
  ] satisfies (readonly [label: MessageKey, value: string | null])[];
}
