import { loadWatchlist, type Watchlist } from "../../watchlist/watchlist.ts";
import { compileListed } from "../bundle/compile-listed.ts";
import { type BundleContents, certificatesNamed } from "../bundle/contents.ts";
import { readCertificates } from "../read-certificates.ts";
import type { Sentence } from "../sentence.ts";
import { attribution } from "./attribution.ts";
import { beyondOwnList } from "./beyond-own-list.ts";
import { hex, html } from "./html.ts";
import { standing } from "./standing.ts";
import { whatStands } from "./stands.ts";
import { statement } from "./statement.ts";
import { STYLE } from "./style.ts";
import { summary } from "./summary.ts";
import { unlooked } from "./unlooked.ts";
import { witnessed } from "./witnessed.ts";

/**
 * report.html: one file with no script, no link and nothing from elsewhere, in the language of the sentences. The same contents give the
 * same text.
 * @param signer `keyFingerprint` of the key that signs the bundle; null where nobody signed it, or not rightly.
 * @param own the list of the Rootwatch that writes it: what the contents' list has beyond that is marked.
 */
export async function reportHtml(
  { records, watchlist, ...contents }: BundleContents,
  signer: string | null,
  sentence: Sentence,
  own: Watchlist,
): Promise<string> {
  const certificates = await readCertificates(contents.certificates);
  const listed = { publicRoots: [], targets: [], products: [], ...(await compileListed(watchlist)) };
  const stands = await whatStands(records, certificates, loadWatchlist(listed));
  const beyond = await beyondOwnList(stands, records, certificates, own);
  const authorities = new Map(watchlist.authorities.map((authority) => [authority.id, authority]));
  const naming = records.flatMap((record) =>
    certificatesNamed(record).map((hash) => [hash, record.record.seq] as const),
  );
  const firstNamed = new Map(naming.toReversed());
  const on = { records, certificates, firstNamed, stands, beyond, own, authorities, sentence };
  const policy = `default-src 'none'; style-src '${await styleHash()}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="${sentence("language_tag")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${sentence("report_title")}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<h1>${sentence("report_title")}</h1>
<p>${sentence("report_what")}</p>
<p>${sentence("report_trust")}</p>
<dl><dt>${sentence("report_label_signer")}</dt><dd>${signer === null ? sentence("report_unsigned") : hex(signer)}</dd></dl>
${summary(on)}
${standing(on)}
${witnessed(on)}
${attribution(on)}
${unlooked(sentence, watchlist.date)}
${statement(sentence)}
</body>
</html>
`;
  return page.html;
}

/** Lets no other style in than ours (CSP level 3 section 6.7.3.3). */
async function styleHash(): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(STYLE));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
