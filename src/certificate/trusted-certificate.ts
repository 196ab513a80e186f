import { context, DerReader, Tag } from "./der.ts";
import { readOid } from "./oid.ts";

/**
 * The certificate in what OpenSSL calls a TRUSTED CERTIFICATE: a certificate and, when any were given, OpenSSL's own settings for it
 * (X509_CERT_AUX in its source: uses that are trusted, uses that are not, an alias, a key identifier, other algorithms; all optional).
 * The settings are not used. @throws CertificateError when anything else stands behind the certificate.
 */
export function certificateInTrusted(der: Uint8Array): Uint8Array {
  const reader = new DerReader(der);
  const certificate = reader.expect(Tag.sequence, "the certificate");
  if (!reader.done) {
    const settings = reader.within(reader.expect(Tag.sequence, "OpenSSL's settings"));
    for (const tag of [Tag.sequence, context(0, true)]) {
      const uses = settings.optional(tag, "the uses");
      const list = uses && settings.within(uses);
      while (list && !list.done) readOid(list, "a use");
    }
    settings.optional(Tag.utf8String, "the alias");
    settings.optional(Tag.octetString, "the key identifier");
    settings.optional(context(1, true), "the other algorithms");
    settings.finish("OpenSSL's settings");
    reader.finish("OpenSSL's settings");
  }
  return reader.whole(certificate);
}
