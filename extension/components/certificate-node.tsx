import type { CertificateSummary } from "../../src/certificate/summary.ts";
import { t } from "../platform/translate.ts";
import { certificateName } from "./certificate-name.ts";
import { HostileText } from "./hostile-text.tsx";
import { formatDay } from "./local-format.ts";

const NAME_LENGTH = 120;
const SUBJECT_LENGTH = 600;
const SERIAL_LENGTH = 100;

interface Props {
  readonly certificate: CertificateSummary;
  /** What it is in the chain, in words. */
  readonly position: string;
  /** How it matched the list, in words; null when it did not. */
  readonly mark: string | null;
}

/** One certificate of a chain. */
export function CertificateNode({ certificate, position, mark }: Props) {
  const { notBefore, notAfter, sha256, subject, issuer, serial } = certificate;
  return (
    <div class="certificate">
      <p class="label">{position}</p>
      <p class="certificate-name">
        <HostileText text={certificateName(certificate)} limit={NAME_LENGTH} />
      </p>
      {mark && <p class="mark">{mark}</p>}
      <p class="muted">{t("certificate_validity", formatDay(notBefore), formatDay(notAfter))}</p>
      <details class="fingerprint">
        <summary>
          {t("certificate_sha256")} <code>{`${sha256.slice(0, 8)}…${sha256.slice(-8)}`}</code>
        </summary>
        <dl class="facts stacked">
          <dt>{t("certificate_sha256")}</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
          <dt>{t("certificate_subject")}</dt>
          <dd>
            <HostileText text={subject} limit={SUBJECT_LENGTH} />
          </dd>
          <dt>{t("certificate_issuer")}</dt>
          <dd>
            <HostileText text={issuer} limit={SUBJECT_LENGTH} />
          </dd>
          <dt>{t("certificate_serial")}</dt>
          <dd>
            <code>
              <HostileText text={serial} limit={SERIAL_LENGTH} />
            </code>
          </dd>
        </dl>
      </details>
    </div>
  );
}
