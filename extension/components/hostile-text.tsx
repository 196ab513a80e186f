import { visibleText } from "../../src/certificate/visible-text.ts";

/** Shows text from a certificate or the network as `visibleText` gives it, isolated from the direction of the text around it. */
export function HostileText({ text, limit }: { readonly text: string; readonly limit?: number }) {
  return <bdi class="given">{visibleText(text, limit)}</bdi>;
}
