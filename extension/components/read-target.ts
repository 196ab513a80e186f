import * as v from "valibot";
import { CheckTarget } from "../messages.ts";

/**
 * What a user typed or pasted as a site, as a DNS name in lower case (RFC 5890 in its ASCII form), with its port where that is not 443.
 * @returns null when it is no DNS name: an address in numbers, a single label, or something else.
 */
export function readTarget(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  const target = url?.protocol === "https:" ? url.host : url?.hostname;
  return v.is(CheckTarget, target) ? target : null;
}
