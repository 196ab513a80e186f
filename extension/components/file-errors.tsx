import type { CertificateErrorCode } from "../../src/certificate/errors.ts";
import type { FileError } from "../../src/certificate/read-file.ts";
import { placeText } from "../../src/evidence/place-text.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import { pageSentence } from "./page-sentence.ts";

/** Beyond this many, more of the same tells nobody anything. */
const MOST_SHOWN = 20;

/** What most errors come to for somebody who only wants to know whether the file is whole. */
const SAID: Partial<Record<CertificateErrorCode, MessageKey>> = {
  empty: "file_error_none",
  "no-certificate": "file_error_none",
  "too-large": "file_error_too_much",
  "too-many": "file_error_too_much",
  "bad-container": "file_error_container",
};

/** What of a file could not be read, and where it stands. */
export function FileErrors({ errors }: { readonly errors: readonly FileError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="card">
      <p>{t("file_errors_title")}</p>
      <ul class="file-errors">
        {errors.slice(0, MOST_SHOWN).map(({ code, at }) => (
          <li key={`${code} ${at}`}>
            {at !== null && `${placeText(at, pageSentence)}: `}
            {t(SAID[code] ?? "file_error_damaged")} <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
