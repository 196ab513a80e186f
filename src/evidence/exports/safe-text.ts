import type { AuthorityNames } from "../../watchlist/authority-names.ts";
import { localLanguage } from "../../watchlist/local-language.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import { authorityOf, keyOf } from "../named.ts";
import type { Sentence } from "../sentence.ts";

/**
 * A text that names no person, place or site: of each record the verdict, a published authority, the fingerprint of its root and the
 * month. Records of which this is the same are told once; those without a verdict are left out, and so are roots and keys under which
 * nothing published stands, because one box at one office may be all there is of them.
 */
export function textSafeToShare(
  records: readonly DisclosedRecord[],
  names: AuthorityNames,
  sentence: Sentence,
): string {
  const texts = records.flatMap((disclosed): string[] => {
    const { record, shown } = disclosed;
    if (!("verdict" in record)) return [];
    const name = names.get(authorityOf(disclosed) ?? "")?.name[localLanguage(sentence("language_tag"))];
    const lines = [
      sentence("share_line_verdict", [sentence(`verdict_${record.verdict}`)]),
      ...(name === undefined ? [] : [sentence("share_line_authority", [name]), ...fingerprint(disclosed, sentence)]),
      ...(shown.month === undefined ? [] : [sentence("share_line_month", [shown.month])]),
    ];
    return [`${lines.join("\n")}\n`];
  });
  return [...new Set(texts)].join("\n");
}

/**
 * Of the root where the browser built the chain up to it, else of the listed key; none where that is the site's own, and none without
 * proof: a root that only calls itself so may be one box at one office, too.
 */
function fingerprint(disclosed: DisclosedRecord, sentence: Sentence): string[] {
  if (!isProven(disclosed)) return [];
  const { record, shown } = disclosed;
  const root = record.kind === "connection" && record.basis === "browser-built" ? shown.issuers?.at(-1) : undefined;
  if (root !== undefined) return [sentence("share_line_root", [root])];
  const key = shown.key?.isLeaf ? null : keyOf(disclosed);
  return key === null ? [] : [sentence("share_line_key", [key])];
}

/** Whether a listed key was matched. The line names a key for no other reason; else the reasons say it, where they are shown. */
function isProven(disclosed: DisclosedRecord): boolean {
  const { record, shown } = disclosed;
  if ("key" in record && record.key !== null) return true;
  return (
    shown.findings?.some(({ strength, authority }) => strength === "proof" && authority === authorityOf(disclosed)) ??
    false
  );
}
