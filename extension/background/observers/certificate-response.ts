/** The parts of a response that say whether it is a certificate. */
export interface ResponseDetails {
  readonly url: string;
  readonly statusCode?: number | undefined;
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined;
}

/** What browsers and systems take for a certificate or a profile to install, whatever the file is called. */
const CERTIFICATE_TYPES = [
  "application/x-x509-ca-cert",
  "application/x-x509-user-cert",
  "application/pkix-cert",
  "application/x-pkcs7-certificates",
  "application/x-apple-aspen-config",
];

/** Types that say nothing of what is in a file, so that its ending does. A page whose address ends so is a page. */
const OPAQUE_TYPES = [
  "",
  "text/plain",
  "application/octet-stream",
  "binary/octet-stream",
  "application/download",
  "application/force-download",
  "application/x-download",
  "application/x-pem-file",
  "application/pkcs7-mime",
  "application/x-pkcs7-mime",
];

/**
 * The beginning of a data: address that holds a certificate (RFC 2397), up to its first comma; null for any other address. What such an
 * address holds has no name, so that its type alone says what it is.
 */
export function certificateDataUrl(url: string): string | null {
  const [, type = ""] = /^data:([^;,]*)(?:;[^,]*)?,/i.exec(url) ?? [];
  return CERTIFICATE_TYPES.includes(type.trim().toLowerCase()) ? url.slice(0, url.indexOf(",")) : null;
}

const CERTIFICATE_ENDING = /\.(cer|crt|der|pem|p7b|mobileconfig)$/i;

/** Whether a response is a certificate, by its type, or by its name where the type says nothing. Errors and redirects are not. */
export function isCertificateResponse({ url, statusCode = 200, responseHeaders = [] }: ResponseDetails): boolean {
  if (statusCode < 200 || statusCode > 299) return false;
  const header = (wanted: string) => responseHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value ?? "";
  const type = (header("content-type").split(";")[0] ?? "").trim().toLowerCase();
  if (CERTIFICATE_TYPES.includes(type)) return true;
  const names = [attachmentName(header("content-disposition")), URL.parse(url)?.pathname ?? ""];
  return OPAQUE_TYPES.includes(type) && names.some((name) => CERTIFICATE_ENDING.test(name));
}

/** The file name that a Content-Disposition gives (RFC 6266); empty without one. Only its ending is looked at. */
function attachmentName(disposition: string): string {
  return /filename\*?\s*=\s*"?([^";]*)/i.exec(disposition)?.[1]?.trimEnd() ?? "";
}
