import type { Sentence } from "../sentence.ts";
import { type Html, html } from "./html.ts";

/** What Rootwatch does not see, and how old its list was. @param date the list's day. */
export function unlooked(sentence: Sentence, date: string): Html {
  const things = ["apps", "devices", "handover", "public"];
  return html`<h2>${sentence("unlooked_title")}</h2>
<ul>
${things.map((thing) => html`<li>${sentence(`unlooked_${thing}`)}</li>\n`)}</ul>
<p>${sentence("report_absence")}</p>
<p class="note">${sentence("list_date", [date])}</p>`;
}
