import { useContext, useState } from "preact/hooks";
import { CertificateError } from "../../src/certificate/errors.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { t } from "../platform/translate.ts";
import { CertificateBytes } from "./certificate-bytes.ts";
import { CertificateContents } from "./certificate-contents.tsx";

/** What only the certificate itself tells, looked for when it is asked for; says so where no more than a summary was kept. */
export function WholeCertificate({ sha256 }: { readonly sha256: string }) {
  const find = useContext(CertificateBytes);
  const [der, setDer] = useState<Uint8Array | null | undefined>();
  const load = () => void find(sha256).then(setDer, () => setDer(null));
  return (
    <details class="whole-certificate" onToggle={(event) => event.currentTarget.open && der === undefined && load()}>
      <summary>{t("certificate_whole")}</summary>
      {der === undefined ? <p role="status">{t("popup_loading")}</p> : <Found der={der} sha256={sha256} />}
    </details>
  );
}

function Found({ der, sha256 }: { readonly der: Uint8Array | null; readonly sha256: string }) {
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
