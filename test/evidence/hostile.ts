import { createHash } from "node:crypto";
import type { DisclosedRecord } from "../../src/evidence/disclosed.ts";
import { choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import { parsed, selfSigned } from "../certificate/made.ts";
import { connectionUnder, journalOf, type World } from "./journal.ts";
import { selected } from "./selected.ts";

/** What somebody on the path could call a host or a certificate, to do harm to whoever reads about it. */
export const HOSTILE = [
  '=HYPERLINK("http://harm.example/","x")',
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  "\r\n=1+1",
  "x;=1+1",
  'x","=1+1',
  '";=1+1;"',
  "\uff1d1+1",
  "\u202egnp.exe\u2066",
  "\u0000\u001b[31m\u009b",
  "../../../etc/passwd",
  "<script>document.title='ran'</script>",
  '"><img src=x onerror="document.title=\'ran\'">',
  "</title></style></bdi><svg onload=\"document.title='ran'\">",
  "a\u2028b\u2029c\u0085d",
  "$&$1\ue0000\ue000",
] as const;

/** Characters that steer a terminal, end a line or turn the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
export const STEERING = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

/** A record each in which everything that comes from outside is one of those texts, and the certificates. */
export async function hostileRecords(
  world: World,
): Promise<{ records: readonly DisclosedRecord[]; certificates: Map<string, Uint8Array> }> {
  const certificates = new Map<string, Uint8Array>();
  const contents = await Promise.all(
    HOSTILE.map(async (text) => {
      const certificate = parsed(await selfSigned("ec-p256", { name: [{ CN: [text], O: [text] }] }));
      certificates.set(createHash("sha256").update(certificate.der).digest("hex"), certificate.der);
      const network = { provider: text, line: text, note: text };
      const { content } = await connectionUnder(world, [certificate], {
        ...{ host: text, site: text, network, at: Date.UTC(2026, 10, 3, 8) },
      });
      if (content.open.kind !== "connection" || !("findings" in content.fields)) throw new Error("another kind");
      const [finding] = content.fields.findings;
      const findings = finding ? [{ ...finding, details: [text, text, text] }] : [];
      return { ...content, fields: { ...content.fields, address: text, country: text, findings } } as typeof content;
    }),
  );
  const journal = await journalOf(contents);
  return { records: selected(journal, choiceOf(journal, READY_FIELDS.newsroom)).records, certificates };
}
