import { visibleText } from "../../certificate/visible-text.ts";

/** As long as the longest text in a record. */
const LONGEST_CELL = 2000;

/**
 * What a spreadsheet takes for the beginning of a formula, at the beginning of a cell or behind a character that a spreadsheet set up for
 * another country takes for the end of one, whatever quotation marks say.
 */
const FORMULA = /(^|[,;|"'])([\s"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Hashes, numbers, names of hosts: nothing to look for, and nearly all there is. */
const PLAIN = /^(?:[A-Za-z0-9][A-Za-z0-9 .:_-]{0,99})?$/;

/**
 * A cell of RFC 4180, always in quotation marks. It holds no control or direction characters, and a text that could be run as a formula
 * has an apostrophe before it.
 */
export function csvCell(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  const text = visibleText(value, LONGEST_CELL).replace(FORMULA, "$1$2'");
  return `"${text.replaceAll('"', '""')}"`;
}
