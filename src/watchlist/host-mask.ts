/** Whether a name is meant by a mask: itself, or after `*.` also every name below it. Both in lower case. */
export function matchesMask(host: string, mask: string): boolean {
  if (!mask.startsWith("*.")) return host === mask;
  return host === mask.slice(2) || host.endsWith(mask.slice(1));
}

/** A name, then the domains above it, nearest first, down to two labels; empty for an address or a single label. */
export function* withParents(host: string): Generator<string> {
  if (/^[\d.]+$|:/.test(host)) return;
  for (let rest = host; rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) yield rest;
}
