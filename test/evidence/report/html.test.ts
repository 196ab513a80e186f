import { describe, expect, it } from "vitest";
import { given, hex, html, sentenceHtml } from "../../../src/evidence/report/html.ts";

describe("HTML that is put together", () => {
  it("has strings as text and HTML as it is, also in lists of lists", () => {
    const part = html`<b>${"<&>\"'"}</b>`;
    expect(part.html).toBe("<b>&#60;&#38;&#62;&#34;&#39;</b>");
    expect(html`<p>${[part, ["&", [part]]]}${"plain"}</p>`.html).toBe(`<p>${part.html}&#38;${part.html}plain</p>`);
    expect(html`<br>`.html).toBe("<br>");
    for (const sign of "<&>\"'") expect(html`${sign}`.html).toBe(`&#${sign.charCodeAt(0)};`);
  });

  it("has what is given apart from the direction of the text around it, and nothing in it that misleads", () => {
    expect(given("<\u202e").html).toBe("<bdi>&#60;\\u202e</bdi>");
    expect(given("abc", 2).html).toBe("<bdi>ab…</bdi>");
    expect(hex("<ab").html).toBe("<code>&#60;ab</code>");
  });
});

describe("a sentence with parts", () => {
  const sentence = (key: string, [first = "", second = ""]: readonly string[] = []) => `${key} <${second}> ${first}.`;

  it("has them where they belong, whatever they hold", () => {
    expect(sentenceHtml(sentence, "key", [given("1"), "\ue0001\ue000&"]).html).toBe(
      "key &#60;\ue0001\ue000&#38;&#62; <bdi>1</bdi>.",
    );
  });
});
