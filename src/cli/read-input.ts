import { open } from "node:fs/promises";
import type { FileError } from "../certificate/read-file.ts";

/** The largest input that is read, in bytes: a thousand certificates of the largest size are less in PEM. */
const LARGEST_INPUT = 96 * 1024 * 1024;

/**
 * The bytes of a file, or of standard input for "-"; an error to be told where there are none to be had or too many.
 * @param largest the most bytes that are read.
 */
export async function readInput(file: string, largest = LARGEST_INPUT): Promise<Uint8Array | FileError> {
  try {
    return await (file === "-" ? collect(process.stdin, largest) : readWhole(file, largest));
  } catch (error) {
    if (error instanceof InputTooLarge) return { code: "too-large", at: null, text: error.message };
    return { code: "not-readable", at: null, text: error instanceof Error ? error.message : String(error) };
  }
}

class InputTooLarge extends Error {
  override readonly name = "InputTooLarge";
}

async function readWhole(file: string, largest: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    return await collect(handle.createReadStream({ autoClose: false }), largest);
  } finally {
    await handle.close();
  }
}

async function collect(stream: AsyncIterable<Buffer | string>, largest: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largest) throw new InputTooLarge(`more than ${largest} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
