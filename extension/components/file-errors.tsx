import type { CertificateErrorCode } from "../../src/certificate/errors.ts";
import type { FileError } from "../../src/certificate/read-file.ts";
import { messageKey } from "../platform/message-key.ts";
import { type MessageKey, t } from "../platform/translate.ts";

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

const PLACES = ["certificate", "byte", "line"] as const;

/** What of a file could not be read, and where it stands. */
export function FileErrors({ errors }: { readonly errors: readonly FileError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="card">
      <p>{t("file_errors_title")}</p>
      <ul class="file-errors">
        {errors.slice(0, MOST_SHOWN).map(({ code, at }) => (
          <li key={`${code} ${at}`}>
            {at !== null && `${placeText(at)}: `}
            {t(SAID[code] ?? "file_error_damaged")} <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A place such as "certificate 2, byte 117, line 40" in the reader's language. */
function placeText(at: string): string {
  const parts = at.split(", ").map((part) => {
    const [word, number = ""] = part.split(" ");
    const place = PLACES.find((known) => known === word);
    return place ? t(messageKey("file_place", place), number) : part;
  });
  return parts.join(", ");
}
