import { visibleText } from "../../certificate/visible-text.ts";
import type { Sentence } from "../sentence.ts";

/** Text that is HTML already; every string that is not is escaped where it is put into one. */
export interface Html {
  readonly html: string;
}

type Content = string | Html | readonly Content[];

/** Puts contents into a template of HTML: strings as text, HTML as it is. */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Html {
  // Engines put strings that are added to each other together once, at the end; joined ones are copied at every level.
  return { html: template.reduce((text, part, index) => text + written(contents[index - 1] ?? "") + part) };
}

/** Text from a certificate, the network or a person: shown as `visibleText` gives it, apart from the direction of the text around it. */
export function given(text: string, limit?: number): Html {
  return html`<bdi>${visibleText(text, limit)}</bdi>`;
}

/** Text of hex digits, which may be broken anywhere. */
export function hex(text: string): Html {
  return html`<code>${text}</code>`;
}

/** Stands for a part while a sentence is put together; no message contains it. */
const MARK = "\uE000";

/** A sentence with contents put in, which cannot become part of our own words. */
export function sentenceHtml(sentence: Sentence, key: string, parts: readonly Content[]): Html {
  const marked = sentence(
    key,
    parts.map((_, index) => `${MARK}${index}${MARK}`),
  );
  return html`${marked.split(MARK).map((piece, index) => (index % 2 === 0 ? piece : (parts[Number(piece)] ?? "")))}`;
}

function written(content: Content): string {
  if (typeof content === "string") return escaped(content);
  return "html" in content ? content.html : content.reduce<string>((text, part) => text + written(part), "");
}

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`) : text;
}
