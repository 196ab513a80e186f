import * as v from "valibot";
import { CertificateError } from "../../certificate/errors.ts";
import { hexDigest } from "../../certificate/fingerprint.ts";
import { parseSubjectPublicKeyInfo } from "../../certificate/public-key.ts";
import { fromBase64 } from "../../watchlist/base64.ts";
import { HexBytes, Sha1, Sha256 } from "../../watchlist/fields.ts";
import { asciiJson } from "../ascii-json.ts";
import { parseJson } from "../disclosure.ts";
import { EvidenceError } from "../evidence-error.ts";
import { refuseNewerForm } from "../newer-form.ts";

const FORMAT = "rootwatch-bundle-watchlist/1";

const LONGEST_TEXT = 4000;
const LONGEST_PUBLIC_KEY = 8000;
const MOST_AUTHORITIES = 1000;
const MOST_CERTIFICATES = 1000;

const Text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const LocalText = v.strictObject({ en: Text, ru: Text });
const PublicKey = v.pipe(v.string(), v.maxLength(LONGEST_PUBLIC_KEY), v.base64());

/** A listed certificate or key, as the watchlist had it. What is not known is null. */
const BundleCertificate = v.strictObject({
  role: v.picklist(["interception", "private-key-public", "state-operated", "distrusted-ca", "misissued"]),
  /** Where the role comes from. */
  roleSources: v.array(Text),
  position: v.picklist(["root", "intermediate", "leaf", "presented", "key"]),
  subject: v.nullable(Text),
  sha256: v.nullable(Sha256),
  sha1: v.nullable(Sha1),
  spkiSha256: v.nullable(Sha256),
  subjectKeyId: v.nullable(v.pipe(HexBytes, v.maxLength(LONGEST_TEXT))),
  /** SubjectPublicKeyInfo, DER in base64; null also for what signs no certificates. */
  publicKey: v.nullable(PublicKey),
});

/** An entry of the watchlist, as far as a verdict can be judged and attributed by it. */
const BundleAuthority = v.strictObject({
  id: Text,
  name: LocalText,
  operator: LocalText,
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  /** Host names, or `*.` and one, where its certificates are in ordinary use. */
  expectedHosts: v.pipe(v.array(Text), v.maxLength(MOST_CERTIFICATES)),
  /** Where the facts come from. */
  sources: v.array(v.strictObject({ url: Text, what: Text })),
  certificates: v.pipe(v.array(BundleCertificate), v.maxLength(MOST_CERTIFICATES)),
});
export type BundleAuthority = v.InferOutput<typeof BundleAuthority>;

/** An entry of the user's own list. Why it is watched never leaves. */
const BundleOwnEntry = v.strictObject({
  /** What the user calls it; null where the reasons, which say it, are hidden. */
  name: v.nullable(Text),
  sha256: v.nullable(Sha256),
  spkiSha256: Sha256,
  publicKey: PublicKey,
  subject: v.nullable(Text),
  subjectKeyId: v.nullable(v.pipe(HexBytes, v.maxLength(LONGEST_TEXT))),
});
export type BundleOwnEntry = v.InferOutput<typeof BundleOwnEntry>;

/** watchlist.json: the entries whose keys the disclosed verdicts used. */
const BundleWatchlist = v.strictObject({
  format: v.literal(FORMAT),
  /** The day of the watchlist they were taken from, such as "2026-11-21". */
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
  authorities: v.pipe(v.array(BundleAuthority), v.maxLength(MOST_AUTHORITIES)),
  own: v.pipe(v.array(BundleOwnEntry), v.maxLength(MOST_CERTIFICATES)),
});
export type BundleWatchlist = v.InferOutput<typeof BundleWatchlist>;

/** A list with nothing in it. */
export const NO_ENTRIES: BundleWatchlist = { format: FORMAT, date: "1970-01-01", authorities: [], own: [] };

/** The text of watchlist.json. */
export const bundleWatchlistText = (list: Omit<BundleWatchlist, "format">): string =>
  `${asciiJson({ format: FORMAT, ...list })}\n`;

/** Reads watchlist.json. @param at its place. @throws EvidenceError for the first thing that is wrong, a key's hash too. */
export async function parseBundleWatchlist(text: string, at: string): Promise<BundleWatchlist> {
  const json = parseJson(text, at);
  const result = v.safeParse(BundleWatchlist, json);
  if (!result.success) {
    refuseNewerForm(json, FORMAT, at);
    const [issue] = result.issues;
    throw new EvidenceError(at, "bad-list", v.getDotPath(issue) ?? "list", issue.message);
  }
  const { authorities, own } = result.output;
  for (const { publicKey, spkiSha256 } of [...authorities.flatMap(({ certificates }) => certificates), ...own]) {
    if (publicKey !== null) await checkKey(publicKey, spkiSha256, at);
  }
  return result.output;
}

async function checkKey(publicKey: string, spkiSha256: string | null, at: string): Promise<void> {
  const der = fromBase64(publicKey);
  try {
    parseSubjectPublicKeyInfo(der);
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    throw new EvidenceError(at, "bad-public-key", error.message);
  }
  const actual = await hexDigest("SHA-256", der);
  if (spkiSha256 !== actual) throw new EvidenceError(at, "wrong-key-hash", actual, String(spkiSha256));
}
