import * as v from "valibot";

const LONGEST_NAME = 120;

/** A certificate that is to be looked for, as the address of the page about removing it says. */
const Wanted = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_NAME)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** What Windows shows. */
  sha1: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
});
export type Wanted = v.InferOutput<typeof Wanted>;

/** What names a certificate behind the "#" of an address, which is sent nowhere. */
export function removalFragment({ name, sha256, sha1 }: Wanted): string {
  return new URLSearchParams({ name: name.slice(0, LONGEST_NAME), sha256, sha1 }).toString();
}

/** Reads that back; anybody can have written it. @returns null when it names no certificate. */
export function readRemovalFragment(fragment: string): Wanted | null {
  const parsed = v.safeParse(Wanted, Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, ""))));
  return parsed.success ? parsed.output : null;
}

/** Hex in pairs, as the dialogs of systems write a fingerprint. */
export function inPairs(hex: string): string {
  return hex.toUpperCase().replace(/..(?=.)/g, "$&:");
}
