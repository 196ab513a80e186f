import { CertificateError } from "./errors.ts";

/** One encapsulated text (RFC 7468): what stands between a BEGIN and its END line. */
export interface PemBlock {
  /** "CERTIFICATE", "PRIVATE KEY" and so on. */
  readonly label: string;
  /** The line of its BEGIN, counted from 1. */
  readonly line: number;
  /** The text between the lines, still base64; null when the END line is missing. */
  readonly body: string | null;
}

const BEGIN = "-----BEGIN ";
const DASHES = "-----";

/** Whether a text has any PEM block. */
export function hasPem(text: string): boolean {
  return text.includes(BEGIN);
}

/**
 * The blocks of a text, in order, with anything between them passed over. Time grows with the length of the text alone: every
 * character is looked at once, however many BEGIN lines lack their END.
 */
export function* pemBlocks(text: string): Generator<PemBlock> {
  const lines = lineCounter(text);
  let begin = text.indexOf(BEGIN);
  while (begin !== -1) {
    const labelEnd = text.indexOf(DASHES, begin + BEGIN.length);
    if (labelEnd === -1) return;
    const label = text.slice(begin + BEGIN.length, labelEnd);
    if (/[^ -~]/.test(label)) {
      begin = text.indexOf(BEGIN, begin + BEGIN.length);
      continue;
    }
    const bodyStart = labelEnd + DASHES.length;
    const bodyEnd = text.indexOf(DASHES, bodyStart);
    const end = `-----END ${label}-----`;
    const ended = bodyEnd !== -1 && text.startsWith(end, bodyEnd);
    yield { label, line: lines(begin), body: ended ? text.slice(bodyStart, bodyEnd) : null };
    begin = text.indexOf(BEGIN, ended ? bodyEnd + end.length : bodyStart);
  }
}

/** Bytes of a block's base64. @throws CertificateError bad-base64. */
export function decodeBase64(body: string): Uint8Array {
  try {
    return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  } catch {
    throw new CertificateError("bad-base64", "what stands between the lines is not base64");
  }
}

/** Line number of a position; positions must be asked for in rising order. */
export function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let from = 0;
  return (position) => {
    for (let next = text.indexOf("\n", from); next !== -1 && next < position; next = text.indexOf("\n", from)) {
      line++;
      from = next + 1;
    }
    return line;
  };
}
