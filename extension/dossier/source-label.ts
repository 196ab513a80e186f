/** A source as an address that may be followed; null for the title of a work that is not on the web, or any other kind of address. */
export function sourceAddress(source: string): string | null {
  return /^https?:\/\//.test(source) && URL.canParse(source) ? source : null;
}

/** What to call a source: the title of a work as it is; of an address the host and where it leads. */
export function sourceLabel(source: string): string {
  const address = sourceAddress(source);
  if (address === null) return source;
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, "")}${pathname}${search}`.replace(/\/$/, "");
}
