import type { Certificate } from "../../src/certificate/certificate.ts";
import { CertificateError } from "../../src/certificate/errors.ts";
import { type ListedExtension, listExtensions } from "../../src/certificate/extension-list.ts";
import { extensionName, extensionText } from "../../src/certificate/extension-text.ts";
import { ExtensionId } from "../../src/certificate/oids.ts";
import { readSignedTimestamps, type SignedTimestamp } from "../../src/certificate/signed-timestamps.ts";
import { pemText } from "../../src/evidence/pem.ts";
import { t } from "../platform/translate.ts";
import { CopyButton } from "./copy-button.tsx";
import { HostileText } from "./hostile-text.tsx";
import { formatMoment } from "./local-format.ts";
import { saveBlob } from "./save-blob.ts";

const TEXT_LENGTH = 2000;

interface Props {
  readonly certificate: Certificate;
  readonly fileName: string;
}

/** The names, log entries and extensions of a certificate, and the certificate itself as PEM. */
export function CertificateContents({ certificate, fileName }: Props) {
  const { der, extensions } = certificate;
  const listed = listExtensions(certificate.tbs);
  const pem = () => pemText("CERTIFICATE", der);
  const names = extensions.subjectAltNames.map((name) => name.replace(/^dns:/, ""));
  return (
    <>
      <dl class="facts stacked">
        <dt>{t("certificate_names")}</dt>
        <dd>
          <HostileText text={names.join(", ") || t("certificate_no_names")} limit={TEXT_LENGTH} />
        </dd>
        <dt>{t("certificate_timestamps")}</dt>
        <dd>
          <Timestamps timestamps={timestampsOf(listed)} />
        </dd>
        <dt>{t("certificate_extensions")}</dt>
        <dd>
          <ul class="extensions">
            {listed.map((extension, index) => (
              <li key={`${index} ${extension.id}`}>
                <code>{extensionName(extension)}</code>
                {extension.critical && <strong> ({t("certificate_critical")})</strong>}
                <br />
                <HostileText text={extensionText(extension)} limit={TEXT_LENGTH} />
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <CopyButton message="certificate_copy_pem" text={pem} />
      <p class="presses">
        <button type="button" class="quiet save-pem" onClick={() => saveBlob(new Blob([pem()]), fileName)}>
          {t("certificate_save_pem")}
        </button>
      </p>
    </>
  );
}

function Timestamps({ timestamps }: { readonly timestamps: readonly SignedTimestamp[] }) {
  if (timestamps.length === 0) return t("certificate_no_names");
  return (
    <ul>
      {timestamps.map(({ log, at }, index) => (
        <li key={`${index} ${log}`}>{t("certificate_log_entry", formatMoment(at), `${log.slice(0, 12)}…`)}</li>
      ))}
    </ul>
  );
}

function timestampsOf(listed: readonly ListedExtension[]): readonly SignedTimestamp[] {
  const list = listed.find(({ id }) => id === ExtensionId.signedCertificateTimestamps);
  try {
    return list ? readSignedTimestamps(list.value) : [];
  } catch (error) {
    // It is shown among the extensions then, as it is.
    if (!(error instanceof CertificateError)) throw error;
    return [];
  }
}
