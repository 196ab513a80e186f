import type { CertificateSummary } from "../../src/certificate/summary.ts";
import { t } from "../platform/translate.ts";
import { CertificateFacts } from "./certificate-facts.tsx";
import { certificateName } from "./certificate-name.ts";
import { HostileText } from "./hostile-text.tsx";
import { formatDay } from "./local-format.ts";

const NAME_LENGTH = 120;
/** Word joiners: without them a narrow window breaks the line inside of the hash. */
const LEFT_OUT = "\u2060…\u2060";

interface Props {
  readonly certificate: CertificateSummary;
  /** What it is in the chain, in words. */
  readonly position: string;
  /** How it matched the list, in words; null when it did not. */
  readonly mark: string | null;
}

/** One certificate of a chain. */
export function CertificateNode({ certificate, position, mark }: Props) {
  const { notBefore, notAfter, sha256 } = certificate;
  return (
    <div class="certificate">
      <p class="label">{position}</p>
      <p class="certificate-name">
        <HostileText text={certificateName(certificate)} limit={NAME_LENGTH} />
      </p>
      {mark && <p class="mark">{mark}</p>}
      <p class="muted">{t("certificate_validity", formatDay(notBefore), formatDay(notAfter))}</p>
      <details class="certificate-more">
        <summary>{t("certificate_more", `${sha256.slice(0, 8)}${LEFT_OUT}${sha256.slice(-8)}`)}</summary>
        <CertificateFacts certificate={certificate} />
      </details>
    </div>
  );
}
