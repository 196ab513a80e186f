import { parseArgs } from "node:util";
import { EvidenceError } from "../evidence/evidence-error.ts";
import { sideBySide } from "../evidence/verify/side-by-side.ts";
import type { Verification } from "../evidence/verify/verification.ts";
import { readSecret } from "./open-evidence.ts";
import { sentencesIn } from "./sentence.ts";
import { UsageError } from "./usage.ts";
import { sideBySideOutput, unreadableOutput, verificationOutput } from "./verification-output.ts";
import { verifyFile } from "./verify-file.ts";

const HASH = /^[0-9a-f]{64}$/;

/**
 * `rootwatch verify`: checks each BUNDLE, then lays them side by side.
 * @returns the exit status: 0 when all are whole, 1 when one is broken, 2 when one could not be read.
 * @throws UsageError.
 */
export async function verify(words: string[]): Promise<number> {
  const { files, key, head, identity, passphrase, lang, json } = readWords(words);
  const output = { sentence: sentencesIn(lang), json };
  const secret = await readSecret(identity, passphrase);
  const verified: { file: string; verification: Verification }[] = [];
  let status = 0;
  for (const file of files) {
    try {
      const verification = await verifyFile(file, secret, { key, head });
      verified.push({ file, verification });
      process.stdout.write(verificationOutput(file, verification, output));
      if (!verification.whole) status = Math.max(status, 1);
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
      process.stdout.write(unreadableOutput(file, error, output));
      status = 2;
    }
  }
  if (verified.length > 1) {
    const together = sideBySide(verified.map(({ verification }) => verification.contents));
    process.stdout.write(
      sideBySideOutput(
        verified.map(({ file }) => file),
        together,
        output,
      ),
    );
  }
  return status;
}

function readWords(words: string[]) {
  const { values, positionals } = parseWords(words);
  if (positionals.length === 0) throw new UsageError("a BUNDLE is missing");
  if (values.head !== undefined && positionals.length > 1) throw new UsageError("--head is for one BUNDLE");
  return {
    files: positionals,
    key: readHash(values.key, "--key"),
    head: readHash(values.head, "--head"),
    identity: values.identity,
    passphrase: values.passphrase === true,
    lang: values.lang ?? "en",
    json: values.json === true,
  };
}

function readHash(text: string | undefined, option: string): string | null {
  if (text === undefined) return null;
  const hash = text.replace(/[\s:]/g, "").toLowerCase();
  if (!HASH.test(hash)) throw new UsageError(`${option}: 64 hexadecimal digits are wanted`);
  return hash;
}

function parseWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        key: { type: "string" },
        head: { type: "string" },
        identity: { type: "string" },
        passphrase: { type: "boolean" },
        lang: { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
