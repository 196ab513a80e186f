/**
 * JSON on one line of ASCII: what could steer a terminal, turn the direction of text or be taken for the end of a line is written as
 * `\u` and four hex digits (RFC 8259 section 7), so that the same bytes look the same everywhere.
 */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
