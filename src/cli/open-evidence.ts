import { visibleText } from "../certificate/visible-text.ts";
import { decryptAge, identitiesIn, isAgeFile, type Secret } from "../evidence/age.ts";
import { EvidenceError } from "../evidence/evidence-error.ts";
import { readInput } from "./read-input.ts";
import { UsageError } from "./usage.ts";

/** The largest file of evidence that is read, in bytes. */
const LARGEST_EVIDENCE = 600 * 1024 * 1024;

/** Reads a bundle, and decrypts it where it is encrypted. @throws EvidenceError where that cannot be done. */
export async function openEvidence(file: string, secret: Secret | null): Promise<Uint8Array> {
  const bytes = await readInput(file, LARGEST_EVIDENCE);
  if (!(bytes instanceof Uint8Array)) throw new EvidenceError(file, "not-readable", bytes.text);
  if (!isAgeFile(bytes)) return bytes;
  if (secret === null) throw new EvidenceError(file, "needs-secret");
  return decryptAge(bytes, secret, file);
}

/**
 * What opens encrypted files, by what was said on the command line: an age key file, or a passphrase, the first line of standard input.
 * @throws UsageError where there is none in it.
 */
export async function readSecret(identity: string | undefined, passphrase: boolean): Promise<Secret | null> {
  if (identity !== undefined && passphrase) throw new UsageError("one of --identity and --passphrase is wanted");
  if (passphrase) return { passphrase: (await readText("-", "--passphrase")).split(/\r?\n/, 1)[0] ?? "" };
  if (identity === undefined) return null;
  const identities = identitiesIn(await readText(identity, "--identity"));
  if (identities.length === 0) {
    throw new UsageError(`--identity ${visibleText(identity)}: there is no AGE-SECRET-KEY in it`);
  }
  return { identities };
}

async function readText(file: string, option: string): Promise<string> {
  const bytes = await readInput(file);
  if (!(bytes instanceof Uint8Array))
    throw new UsageError(`${option} ${visibleText(file)}: ${visibleText(bytes.text)}`);
  return new TextDecoder().decode(bytes);
}
