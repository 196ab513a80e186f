import type { ComponentChild } from "preact";
import { useContext, useState } from "preact/hooks";
import { t } from "../platform/translate.ts";
import { CertificateBytes } from "./certificate-bytes.ts";

/** What only the certificate itself tells, looked for when it is asked for; says so where no more than a summary was kept. */
export function WholeCertificate({ sha256 }: { readonly sha256: string }) {
  const find = useContext(CertificateBytes);
  const [found, setFound] = useState<ComponentChild>(null);
  const load = async () => {
    // The popup opens without what few ever ask it for.
    const reading = import("./found-certificate.tsx");
    const der = await find(sha256).catch(() => null);
    const { FoundCertificate } = await reading;
    setFound(<FoundCertificate der={der} sha256={sha256} />);
  };
  return (
    <details class="whole-certificate" onToggle={(event) => event.currentTarget.open && found === null && void load()}>
      <summary>{t("certificate_whole")}</summary>
      {found ?? <p role="status">{t("popup_loading")}</p>}
    </details>
  );
}
