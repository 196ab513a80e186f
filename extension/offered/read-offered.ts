/** No certificate, container or profile that a person is to install is larger, in bytes. */
const LARGEST = 1024 * 1024;

/** How long the site may take, in milliseconds. */
const PATIENCE = 15_000;

/** Why there are no bytes. `failed` is all that a one-time link, a login or a broken connection come to. */
export type ReadingFault = "failed" | "too-large";

/**
 * Asks for an offered file once more, without cookies or a referrer, and past the browser's cache. A redirect is not followed: the file
 * came from this very address, and what is elsewhere now is something else.
 */
export async function readOffered(url: string): Promise<Uint8Array | ReadingFault> {
  const end = new AbortController();
  try {
    const { body, ok } = await fetch(url, {
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), end.signal]),
    });
    return ok && body ? await readUpTo(LARGEST, body) : "failed";
  } catch {
    return "failed";
  } finally {
    end.abort();
  }
}

async function readUpTo(limit: number, body: ReadableStream<Uint8Array>): Promise<Uint8Array | ReadingFault> {
  const reader = body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) return "too-large";
    parts.push(Uint8Array.from(part.value));
  }
  return new Blob(parts).bytes();
}
