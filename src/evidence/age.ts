import { Decrypter, Encrypter } from "age-encryption";
import { EvidenceError } from "./evidence-error.ts";

/** The one kind of recipient that every released age tool reads: X25519. */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;
const FIRST_LINE = "age-encryption.org/v1\n";

/** Who is to be able to open a file: the holders of some recipients' identities, or whoever knows a passphrase. */
export type Readers = { readonly recipients: readonly string[] } | { readonly passphrase: string };

/** What opens a file: identities as `identitiesIn` finds them, or a passphrase. */
export type Secret = { readonly identities: readonly string[] } | { readonly passphrase: string };

/** Whether a text is a recipient, `age1…`, its checksum included. */
export function isRecipient(text: string): boolean {
  return RECIPIENT.test(text) && isTaken(() => new Encrypter().addRecipient(text));
}

/** The identities, `AGE-SECRET-KEY-1…`, in the text of an age key file; lines that hold none are passed over. */
export function identitiesIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => IDENTITY.test(line) && isTaken(() => new Decrypter().addIdentity(line)));
}

/** Whether bytes begin as an age file does (age-encryption.org/v1). */
export function isAgeFile(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, FIRST_LINE.length)) === FIRST_LINE;
}

/**
 * Encrypts bytes as an age file. With a passphrase it takes about 256 MiB of memory, and a second or more in which nothing else runs.
 * @throws Error for something that is no recipient, and the signal's reason once it is aborted.
 */
export async function encryptAge(
  bytes: Uint8Array<ArrayBuffer>,
  readers: Readers,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  if ("passphrase" in readers) encrypter.setPassphrase(readers.passphrase);
  else for (const recipient of readers.recipients) encrypter.addRecipient(recipient);
  const encrypted = await encrypter.encrypt(new Blob([bytes]).stream());
  const stoppable = encrypted.pipeThrough(new TransformStream(), signal ? { signal } : {});
  return new Uint8Array(await new Response(stoppable).arrayBuffer());
}

/** Decrypts an age file. @param at its name. @throws EvidenceError when it is none, is damaged, or this does not open it. */
export async function decryptAge(bytes: Uint8Array, secret: Secret, at: string): Promise<Uint8Array<ArrayBuffer>> {
  const decrypter = new Decrypter();
  if ("passphrase" in secret) decrypter.addPassphrase(secret.passphrase);
  else for (const identity of secret.identities) decrypter.addIdentity(identity);
  try {
    return Uint8Array.from(await decrypter.decrypt(bytes));
  } catch (error) {
    throw new EvidenceError(at, "not-decrypted", (error as Error).message);
  }
}

function isTaken(use: () => void): boolean {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}
