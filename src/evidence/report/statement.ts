import type { Sentence } from "../sentence.ts";
import { type Html, html } from "./html.ts";

const QUESTIONS = ["who", "device", "network", "how", "custody", "seal", "sign"];

/** What only the witness can say, to be filled in by hand. */
export function statement(sentence: Sentence): Html {
  return html`<section class="statement">
<h2>${sentence("report_statement_title")}</h2>
${QUESTIONS.map((question) => html`<p>${sentence(`report_statement_${question}`)}</p>\n<div class="line"></div>\n`)}</section>`;
}
