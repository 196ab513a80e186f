import * as v from "valibot";
import {
  Country,
  Day,
  HexBytes,
  HostMask,
  Id,
  Instant,
  inOrder,
  isBefore,
  LocalText,
  Serial,
  Sha1,
  Sha256,
  ShortLocalText,
  Text,
  Url,
} from "./fields.ts";

/**
 * What a listed key or certificate is known for; docs/watchlist.md explains each role and what it may lead to.
 * Only `interception` and `private-key-public` can make a connection `intercepted`; `misissued` only for that very
 * certificate.
 */
const Role = v.picklist(["interception", "private-key-public", "state-operated", "distrusted-ca", "misissued"]);
export type Role = v.InferOutput<typeof Role>;

/** A certificate or a bare key of an authority. What no source publishes is null. */
const ListedCertificate = v.pipe(
  v.strictObject({
    role: Role,
    /** Where the role comes from: for `interception`, who saw or states the use. */
    roleSources: v.pipe(v.array(Url), v.minLength(1, "a source of the role is wanted")),
    /**
     * Its place in a chain; `presented`: seen as the first certificate of a handshake, nothing more is known; `key`: a key
     * that was published without a certificate.
     */
    position: v.picklist(["root", "intermediate", "leaf", "presented", "key"]),
    /** RFC 4514 strings. */
    subject: v.nullable(Text),
    issuer: v.nullable(Text),
    serial: v.nullable(Serial),
    notBefore: v.nullable(Instant),
    notAfter: v.nullable(Instant),
    sha256: v.nullable(Sha256),
    sha1: v.nullable(Sha1),
    /** SubjectPublicKeyInfo, DER in base64. */
    publicKey: v.nullable(v.pipe(v.string(), v.base64("base64 is wanted"))),
    /** SHA-256 of `publicKey`; may be null beside it, for the build computes it. */
    spkiSha256: v.nullable(Sha256),
    subjectKeyId: v.nullable(HexBytes),
    authorityKeyId: v.nullable(HexBytes),
    note: v.optional(Text),
  }),
  v.forward(
    v.partialCheck(
      [["notBefore"], ["notAfter"]],
      ({ notBefore, notAfter }) => notBefore === null || notAfter === null || notBefore <= notAfter,
      "it is before notBefore",
    ),
    ["notAfter"],
  ),
  v.forward(
    v.partialCheck(
      [["role"], ["position"]],
      ({ role, position }) => role !== "misissued" || position === "leaf",
      "a wrongly issued authority is interception where its use is documented, else distrusted-ca",
    ),
    ["role"],
  ),
  v.forward(
    v.partialCheck(
      [["sha256"], ["sha1"], ["publicKey"], ["spkiSha256"]],
      ({ sha256, sha1, publicKey, spkiSha256 }) => (sha256 ?? sha1 ?? publicKey ?? spkiSha256) !== null,
      "one of sha256, sha1, publicKey and spkiSha256 is wanted",
    ),
    ["sha256"],
  ),
);
export type ListedCertificate = v.InferOutput<typeof ListedCertificate>;

/**
 * Something that happened, from day to day: `from` is null where no source says when it began, `to` while it lasts. A date
 * may be a whole month or year.
 */
const Incident = v.pipe(
  v.strictObject({
    from: v.nullable(Day),
    to: v.nullable(Day),
    summary: LocalText,
    /** URLs, or the titles of works that are not on the web. */
    sources: v.pipe(v.array(Text), v.minLength(1, "a source is wanted")),
  }),
  v.forward(
    v.partialCheck(
      [["from"], ["to"]],
      ({ from, to }) => from === null || to === null || !isBefore(to, from),
      "it is before from",
    ),
    ["to"],
  ),
  v.forward(
    v.partialCheck([["from"], ["to"]], ({ from, to }) => (from ?? to) !== null, "one of from and to is wanted"),
    ["from"],
  ),
);

/** One file under authorities/: a certification authority or an interception programme, as facts with their sources. */
export const Authority = v.strictObject({
  /** The name of the file. */
  id: Id,
  name: ShortLocalText,
  country: Country,
  /** Who runs it, in a few words; what else there is to say of that belongs in `status`. */
  operator: ShortLocalText,
  status: LocalText,
  incidents: v.pipe(v.array(Incident), inOrder()),
  targetedHosts: v.array(HostMask),
  /** Names of services, where the sources name no hosts. */
  targetedServices: v.array(Text),
  /** Where its certificates are in ordinary use, as far as a source lists it. */
  expectedHosts: v.optional(v.array(v.strictObject({ mask: HostMask, source: Url })), []),
  /** Networks in which it was measured or from which it was reported; `asn` is null where the source gives none. */
  networks: v.array(
    v.strictObject({ asn: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))), name: Text, source: Url }),
  ),
  /** Empty where nothing is known that a certificate could be matched by. */
  certificates: v.array(ListedCertificate),
  sources: v.pipe(v.array(v.strictObject({ url: Url, what: Text })), v.minLength(1, "a source is wanted")),
});
export type Authority = v.InferOutput<typeof Authority>;
