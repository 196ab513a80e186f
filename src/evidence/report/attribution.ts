import type { BundleAuthority } from "../bundle/bundle-watchlist.ts";
import { authorityOf } from "../named.ts";
import { isOnOwnList, notOnOwnList } from "./beyond-own-list.ts";
import { type Html, hex, html } from "./html.ts";
import { fact, localText, type ReportContent } from "./parts.ts";

/** Part C: whose the keys are, with the sources of the bundle's watchlist. */
export function attribution(on: ReportContent): Html {
  const { records, stands, authorities, sentence } = on;
  const named = new Set([...stands.map(({ authority }) => authority), ...records.map(authorityOf)]);
  const facts = [...authorities.values()].filter(({ id }) => named.has(id));
  return html`<h2>${sentence("report_c_title")}</h2>
<p>${sentence("report_c_explained")}</p>
${facts.length === 0 ? html`<p>${sentence("report_c_none")}</p>` : facts.map((authority) => entry(authority, on))}`;
}

function entry(authority: BundleAuthority, on: ReportContent): Html {
  const { name, operator, country, certificates, sources } = authority;
  const { sentence, own } = on;
  return html`<article>
<h3>${localText(name, sentence)}</h3>
<dl>
<dt>${sentence("authority_operator")}</dt><dd>${localText(operator, sentence)}</dd>
<dt>${sentence("authority_country")}</dt><dd>${fact(country)}</dd>
</dl>
<h4>${sentence("keys_title")}</h4>
${certificates.map((listed) => {
  const { role, roleSources, subject, sha256, sha1, spkiSha256 } = listed;
  return html`<div class="entry">
<p>${subject === null ? "" : fact(subject)} ${hex(sha256 ?? sha1 ?? spkiSha256 ?? "")}: ${sentence(`role_${role}`)}</p>
${isOnOwnList(authority, listed, own) ? "" : notOnOwnList(on)}${list(roleSources)}
</div>
`;
})}<h4>${sentence("sources_title")}</h4>
${list(sources.map(({ url, what }) => `${what}: ${url}`))}
</article>
`;
}

/** As text, not as links: a report is printed, and a link in a stranger's file is not to be followed by a slip. */
function list(texts: readonly string[]): Html {
  return html`<ul>
${texts.map((text) => html`<li>${fact(text)}</li>\n`)}</ul>`;
}
