/**
 * Whether a name can only mean something nearby: an address reserved for private or local use (RFC 1918, 3927, 4193, 4291, 6598), a
 * name without dots, or one under a suffix kept for local names (RFC 6761, 6762, 8375, and .internal). The name asked for decides,
 * never the address reached, which the network chooses.
 * @param host as in `Observation.host`.
 */
export function isPrivateHost(host: string): boolean {
  const octets = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
  if (octets) return isPrivateIpv4(Number(octets[1]), Number(octets[2]));
  if (host.includes(":")) return /^(::1$|f[cd]|fe[89ab])/.test(host);
  return !host.includes(".") || /\.(local|localhost|internal|home\.arpa)$/.test(host);
}

function isPrivateIpv4(first: number, second: number): boolean {
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second < 32;
  if (first === 192) return second === 168;
  if (first === 169) return second === 254;
  return first === 100 && second >= 64 && second < 128;
}
