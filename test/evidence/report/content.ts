import en from "../../../extension/_locales/en/messages.json" with { type: "json" };
import { type BundleAuthority, NO_ENTRIES } from "../../../src/evidence/bundle/bundle-watchlist.ts";
import { compileListed } from "../../../src/evidence/bundle/compile-listed.ts";
import type { Html } from "../../../src/evidence/report/html.ts";
import type { ReportContent } from "../../../src/evidence/report/parts.ts";
import { sentencesOf } from "../../../src/evidence/sentence.ts";
import { loadWatchlist, type Watchlist } from "../../../src/watchlist/watchlist.ts";
import { HASH } from "../disclosed.ts";

export const english = sentencesOf(en);

/** What a bundle's watchlist says of a root, of which it knows the certificate's hash alone. */
export const LISTED: BundleAuthority["certificates"][number] = {
  ...{ role: "interception", roleSources: ["role source"], position: "root", subject: "CN=listed" },
  ...{ sha256: HASH, sha1: null, spkiSha256: null, subjectKeyId: null, publicKey: null },
};

/** An entry of a bundle's watchlist, with that root. */
export const AUTHORITY: BundleAuthority = {
  ...{ id: "one", name: { en: "One", ru: "Один" }, operator: { en: "Someone", ru: "Некто" }, country: "ZZ" },
  ...{ expectedHosts: [], sources: [{ url: "https://source.example/", what: "It was told" }] },
  certificates: [LISTED],
};

/** A list of 2026-11-21 that has of this authority one certificate or key, the root unless told otherwise. */
export async function listOf(differently: Partial<typeof LISTED>): Promise<Watchlist> {
  const authorities = [{ ...AUTHORITY, certificates: [{ ...LISTED, ...differently }] }];
  const listed = await compileListed({ ...NO_ENTRIES, date: "2026-11-21", authorities });
  return loadWatchlist({ publicRoots: [], targets: [], products: [], ...listed });
}

const EMPTY = loadWatchlist({
  ...{ date: "2026-11-21", authorities: [], publicRoots: [], targets: [], products: [], certificates: [] },
  keys: async () => [],
});

/** What a report is written from in English: nothing, unless told otherwise. */
export const content = (differently: Partial<ReportContent> = {}): ReportContent => ({
  ...{ records: [], certificates: new Map(), firstNamed: new Map(), stands: [], beyond: new Set(), own: EMPTY },
  ...{ authorities: new Map(), sentence: english, ...differently },
});

/** What a reader of some HTML sees, line by line. */
export const linesOf = ({ html }: Html): string[] =>
  html
    .replace(/<\/dt><dd>/g, ": ")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    .split("\n")
    .filter((line) => line !== "");
