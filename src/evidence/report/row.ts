import { type Html, html } from "./html.ts";

/** A line of a list of things and what they are. */
export function row(label: string, value: string | Html): Html {
  return html`<dt>${label}</dt><dd>${value}</dd>\n`;
}
