import { CertificateError } from "../../src/certificate/errors.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { timeText } from "../../src/certificate/time.ts";
import { fromBase64 } from "../../src/watchlist/base64.ts";
import { certificateSubject, type OwnEntry } from "../../src/watchlist/own-entry.ts";
import type { Placed, Policy } from "./policy.ts";

/**
 * The certificates that an administrator has watched, as entries of an own list; the time is that of this reading. One that cannot be
 * read is left out, as is one that `isPublicRoot` knows: it would mark most sites, and only the person in front of them can decide that.
 */
export async function policyEntries(
  { ownList }: Policy,
  isPublicRoot: (spkiSha256: string) => boolean,
): Promise<Placed<OwnEntry>[]> {
  const added = timeText(Math.floor(Date.now() / 1000) * 1000);
  const entries: Placed<OwnEntry>[] = [];
  for (const { name, why, certificate, at } of ownList) {
    try {
      const subject = await certificateSubject(parseCertificate(fromBase64(certificate)));
      if (!isPublicRoot(subject.spkiSha256)) entries.push({ ...subject, name, why, added, fromChain: false, at });
    } catch (error) {
      if (!(error instanceof CertificateError)) throw error;
    }
  }
  return entries;
}
