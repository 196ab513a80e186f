import { useContext } from "preact/hooks";
import type { CertificateSummary } from "../../src/certificate/summary.ts";
import { t } from "../platform/translate.ts";
import { certificateName } from "./certificate-name.ts";
import { MayOpenPages } from "./may-open-pages.ts";
import { removalFragment } from "./removal-fragment.ts";

/** The way to the page that says how a certificate is found and removed, which it names where it may. */
export function RemovalLink({ certificate }: { readonly certificate: CertificateSummary | undefined }) {
  const mayName = useContext(MayOpenPages);
  const fragment =
    certificate && mayName ? `#${removalFragment({ ...certificate, name: certificateName(certificate) })}` : "";
  return (
    <p>
      <a class="removal-link" href={`../advice/index.html${fragment}`} target="_blank" rel="noopener">
        {t("step_remove_link")}
      </a>
    </p>
  );
}
