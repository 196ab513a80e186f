import type { Files } from "../archive.ts";
import { listedNames, NAMES, sumsText } from "../bundle/form.ts";
import { isSignedBy, keyFingerprint } from "../bundle/signature.ts";
import { derOf } from "../pem.ts";
import { textOf } from "./lines.ts";
import type { Findings } from "./verification.ts";

const SUM = /^([0-9a-f]{64}) {2}([A-Za-z0-9./-]{1,255})$/;

/** Compares every file with SHA256SUMS, and names those that differ, are missing, or are not in it. */
export async function checkSums(files: Files, found: Findings): Promise<void> {
  for (const name of Object.values(NAMES)) if (!files.has(name)) found.problem("missing-file", name);
  const given = files.get(NAMES.sums);
  if (!given) return;
  const text = textOf(given, NAMES.sums);
  const actual = await sumsText(files);
  if (text === actual) return;
  const problems = found.problems.length;
  const sums = new Map<string, string>();
  for (const [index, line] of text.split("\n").entries()) {
    const [, hash, name] = SUM.exec(line) ?? [];
    if (hash !== undefined && name !== undefined) sums.set(name, hash);
    else if (line !== "") found.problem("form", `${NAMES.sums}, line ${index + 1}`, "no-sum");
  }
  const actualSums = new Map(actual.split("\n").map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const name of listedNames(files.keys())) {
    if (!sums.has(name)) found.problem("unlisted-file", name);
    else if (sums.get(name) !== actualSums.get(name)) found.problem("changed-file", name);
  }
  for (const name of sums.keys()) if (!files.has(name)) found.problem("missing-file", name);
  if (found.problems.length === problems) {
    found.problem("form", NAMES.sums, "sums-order");
  }
}

/**
 * Checks the signature over SHA256SUMS.
 * @param expected fingerprint of the key that should have made it; null when any may have.
 * @returns the fingerprint of the key that made it; null when none did.
 */
export async function checkSignature(files: Files, expected: string | null, found: Findings): Promise<string | null> {
  const [sums, signature, pem] = [files.get(NAMES.sums), files.get(NAMES.signature), files.get(NAMES.key)];
  if (!sums || !signature || !pem) return null;
  const key = publicKeyIn(pem, found);
  if (!key) return null;
  const fingerprint = await keyFingerprint(key);
  if (!(await isSignedBy(key, signature, sums))) {
    found.problem("signature", NAMES.signature);
    return null;
  }
  if (expected === null) found.say("signer-unknown", fingerprint);
  else if (expected === fingerprint) found.say("signed-by-expected", fingerprint);
  else found.problem("other-signer", NAMES.key, fingerprint, expected);
  return fingerprint;
}

function publicKeyIn(pem: Uint8Array, found: Findings): Uint8Array | null {
  try {
    return derOf("PUBLIC KEY", textOf(pem, NAMES.key), NAMES.key);
  } catch (error) {
    found.wrongForm(error);
    return null;
  }
}
