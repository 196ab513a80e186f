import { shortName } from "../../certificate/name.ts";
import { notOnOwnList } from "./beyond-own-list.ts";
import { given, type Html, hex, html, sentenceHtml } from "./html.ts";
import { authorityName, type ReportContent } from "./parts.ts";
import type { Stands } from "./stands.ts";

/** Part A: what stands without the witness. */
export function standing(on: ReportContent): Html {
  const { stands, sentence } = on;
  return html`<h2>${sentence("report_a_title")}</h2>
<p>${sentence("report_a_explained")}</p>
<p>${sentence("report_a_list")}</p>
${stands.length === 0 ? html`<p>${sentence("report_a_none")}</p>` : stands.map((item) => entry(item, on))}`;
}

function entry(item: Stands, on: ReportContent): Html {
  const { seq, leaf, authority, role, key } = item;
  const { sentence } = on;
  const parts = [`${seq}`, given(shortName(leaf.subject)), authorityName(authority, on)];
  return html`<div class="entry">
<p>${sentenceHtml(sentence, "report_a_item", parts)}</p>
${on.beyond.has(item) ? notOnOwnList(on) : ""}<dl>
<dt>${sentence("certificate_key_hash")}</dt><dd>${hex(key)}</dd>
<dt>${sentence("roles_title")}</dt><dd>${sentence(`role_${role}`)}</dd>
</dl>
${role === "private-key-public" ? html`<p>${sentence("report_a_known_to_all")}</p>` : ""}
</div>
`;
}
