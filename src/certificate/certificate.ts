import type { Name } from "./name.ts";

/**
 * One X.509 certificate, read from bytes (RFC 5280 section 4.1). Every part is a slice of `der` or a value read from it;
 * nothing in it has been judged. A `Certificate` exists only when all its mandatory parts were present and well-formed.
 */
export interface Certificate {
  /** The whole certificate, exactly as it was given. */
  readonly der: Uint8Array;
  /** TBSCertificate, tag and length included: the bytes that the signature covers. */
  readonly tbs: Uint8Array;
  /** SubjectPublicKeyInfo, tag and length included. */
  readonly spki: Uint8Array;
  readonly version: 1 | 2 | 3;
  /** Lower-case hex of the serial number's magnitude, two digits a byte, without a sign byte; a negative number begins with "-". */
  readonly serial: string;
  readonly issuer: Name;
  readonly subject: Name;
  /** First moment of validity, milliseconds since 1970 in UTC; inclusive. */
  readonly notBefore: number;
  /** Last moment of validity, milliseconds since 1970 in UTC; inclusive. */
  readonly notAfter: number;
  readonly publicKey: PublicKeyFacts;
  readonly signature: SignatureFacts;
  readonly extensions: Extensions;
  /** What departs from the standard without making a field ambiguous; empty for an ordinary certificate. */
  readonly irregularities: readonly Irregularity[];
}

/** What the SubjectPublicKeyInfo says of the key (RFC 5280 section 4.1.2.7). */
export interface PublicKeyFacts {
  /** Dotted object identifier of the key's algorithm. */
  readonly algorithm: string;
  /** "rsa-2048", "ec-p256", "ed25519", or "unknown-" and the object identifier. */
  readonly type: string;
  /** RSA public exponent in decimal; null for other keys. */
  readonly rsaExponent: string | null;
}

/** The outer signature (RFC 5280 section 4.1.1.2 and 4.1.1.3). */
export interface SignatureFacts {
  /** Dotted object identifier. */
  readonly algorithm: string;
  /** AlgorithmIdentifier parameters, tag and length included; null when absent. */
  readonly parameters: Uint8Array | null;
  /** The signature bits, without the octet that counts unused bits; null when they are not whole bytes, which no algorithm makes. */
  readonly value: Uint8Array | null;
  /** True when the algorithm inside the TBSCertificate is byte for byte the outer one (RFC 5280 section 4.1.1.2 demands it). */
  readonly agreesWithTbs: boolean;
}

/** The extensions Rootwatch reads; null when the certificate has none of that kind (RFC 5280 section 4.2.1). */
export interface Extensions {
  /** Key identifier of this certificate's key, lower-case hex. */
  readonly subjectKeyId: string | null;
  /** Key identifier of the key that is said to have signed it, lower-case hex; null also when only a name and serial are given. */
  readonly authorityKeyId: string | null;
  /** One string a name, with its kind in front: "dns:", "ip:", "email:", "uri:", "dirname:", "rid:", "other:", "x400:", "edi:". */
  readonly subjectAltNames: readonly string[];
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null;
  /** Whether keyCertSign is set (RFC 5280 section 4.2.1.3); null when there is no key usage extension. */
  readonly keyCertSign: boolean | null;
  /** True when the certificate carries signed certificate timestamps (RFC 6962 section 3.3). */
  readonly hasSignedCertificateTimestamps: boolean;
}

/** A departure from RFC 5280 that leaves the field readable. */
export type Irregularity =
  | "negative-serial"
  | "zero-serial"
  | "long-serial"
  | "empty-issuer"
  | "unknown-string-type"
  | "invalid-string"
  | "algorithm-mismatch"
  | "signature-not-whole-bytes"
  | "duplicate-extension"
  | "unreadable-extension"
  | "extensions-before-version-3"
  | "unusual-time"
  | "reversed-validity"
  | "explicit-default";
