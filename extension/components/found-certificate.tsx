import { CertificateError } from "../../src/certificate/errors.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { t } from "../platform/translate.ts";
import { CertificateContents } from "./certificate-contents.tsx";

/** What a certificate tells, or that it is not kept or cannot be read. @param der null where it is not kept. */
export function FoundCertificate({ der, sha256 }: { readonly der: Uint8Array | null; readonly sha256: string }) {
  const certificate = der && readable(der);
  if (!certificate) return <p class="muted">{t("certificate_not_kept")}</p>;
  return <CertificateContents certificate={certificate} fileName={`${sha256}.pem`} />;
}

function readable(der: Uint8Array) {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    return null;
  }
}
