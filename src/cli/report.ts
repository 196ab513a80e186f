import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { EvidenceError } from "../evidence/evidence-error.ts";
import { reportHtml } from "../evidence/report/report.ts";
import { readSecret } from "./open-evidence.ts";
import { sentencesIn } from "./sentence.ts";
import { UsageError } from "./usage.ts";
import { unreadableOutput, verificationOutput } from "./verification-output.ts";
import { shipped, verifyFile } from "./verify-file.ts";

/**
 * `rootwatch report`: writes the report of a BUNDLE again, from what can be read of it, and says on standard error what is wrong with it.
 * @returns the exit status: 0 when the bundle is whole, 1 when it is broken, 2 when it could not be read or the report not be written.
 * @throws UsageError.
 */
export async function report(words: string[]): Promise<number> {
  const { file, identity, passphrase, lang, out } = readWords(words);
  const sentence = sentencesIn(lang);
  const secret = await readSecret(identity, passphrase);
  try {
    const verification = await verifyFile(file, secret, { key: null, head: null });
    await print(await reportHtml(verification.contents, verification.signer, sentence, shipped), out);
    if (verification.whole) return 0;
    process.stderr.write(verificationOutput(file, verification, { sentence, json: false }));
    return 1;
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    process.stderr.write(unreadableOutput(file, error, { sentence, json: false }));
    return 2;
  }
}

/** @param out a file, or "-" for standard output. @throws EvidenceError where it cannot be written. */
async function print(html: string, out: string): Promise<void> {
  if (out === "-") {
    process.stdout.write(html);
    return;
  }
  try {
    await writeFile(out, html);
  } catch (error) {
    throw new EvidenceError(out, "not-written", error instanceof Error ? error.message : String(error));
  }
}

function readWords(words: string[]) {
  const { values, positionals } = parseWords(words);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError("one BUNDLE is wanted");
  const { identity, passphrase = false, lang = "en", out = "-" } = values;
  return { file, identity, passphrase, lang, out };
}

function parseWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        identity: { type: "string" },
        passphrase: { type: "boolean" },
        lang: { type: "string" },
        out: { type: "string", short: "o" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
