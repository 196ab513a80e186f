import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scratch } from "./harness/scratch.ts";

/**
 * The files of a browser's profile in which a text stands: as UTF-8, as UTF-16, or as its SHA-256. LevelDB and SQLite compress what they
 * keep block by block, where a text that occurs for the first time stands as it is; so it is to be a word that nothing else is like.
 */
export function filesHolding({ root, profile }: Scratch, text: string): string[] {
  const sha256 = createHash("sha256").update(text).digest();
  const forms = [
    Buffer.from(text),
    Buffer.from(text, "utf16le"),
    sha256,
    Buffer.from(sha256.toString("hex")),
    Buffer.from(sha256.toString("base64")),
  ];
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readOrNothing(path);
      return forms.some((form) => bytes.includes(form)) || forms.some((form) => path.includes(form.toString()));
    })
    .map((path) => path.replace(`${profile}/`, ""));
}

/** A running browser removes files of its own at any time. */
function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
