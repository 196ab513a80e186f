/** Host of a URL as an observation wants it: no port, no brackets; null for URLs without one. */
export function hostOf(url: string): string | null {
  const hostname = URL.parse(url)?.hostname ?? "";
  return hostname === "" ? null : hostname.replace(/^\[|\]$/g, "");
}
