/**
 * Host of a URL as an observation wants it: no port, no brackets, and not the dot at the end that makes no other name of it (RFC 1034
 * section 3.1), by which whoever sends a browser on could have a known site taken for an unknown one; null for URLs without one.
 */
export function hostOf(url: string): string | null {
  const host = (URL.parse(url)?.hostname ?? "").replace(/^\[|[\].]$/g, "");
  return host === "" ? null : host;
}
