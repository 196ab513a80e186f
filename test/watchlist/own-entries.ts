import { certificateSubject, type OwnEntry } from "../../src/watchlist/own-entry.ts";
import { parsed, selfSigned } from "../certificate/made.ts";
import type * as x509 from "../lab/x509.ts";

/** An entry of a certificate, called "Mine" unless told otherwise. */
export async function ownEntry(
  certificate: x509.X509Certificate,
  differently: Partial<OwnEntry> = {},
): Promise<OwnEntry> {
  const said = { name: "Mine", why: "", added: "2026-11-21T10:00:00Z", fromChain: false };
  return { ...(await certificateSubject(parsed(certificate))), ...said, ...differently };
}

/** An entry of a certificate made now. */
export async function someEntry(differently: Partial<OwnEntry> = {}): Promise<OwnEntry> {
  return ownEntry(await selfSigned("ec-p256"), differently);
}
