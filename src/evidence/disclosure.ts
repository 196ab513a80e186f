import * as v from "valibot";
import { asciiJson } from "./ascii-json.ts";
import { EvidenceError } from "./evidence-error.ts";
import { type FieldName, Fields } from "./field.ts";

/** 128 bits keep a hidden value from being guessed from its digest (RFC 9901 section 9.3). */
const SALT_BYTES = 16;

const Outline = v.strictTuple([v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)), v.keyof(Fields), v.unknown()]);

/** A field's name and value, whose digest stands in a record. */
export type Disclosure = {
  readonly [Name in FieldName]: { readonly name: Name; readonly value: Fields[Name] };
}[FieldName];

/** The line that discloses a field, `["salt","name",value]`, with a fresh salt in base64url (after RFC 9901 section 4.2.1). */
export function disclosureLine(name: FieldName, value: unknown): string {
  const salt = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(SALT_BYTES))));
  return asciiJson([salt.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""), name, value]);
}

/** Reads a line that discloses a field. @param at where it stands. @throws EvidenceError when it is none. */
export const parseDisclosure = (line: string, at: string): Disclosure => disclosureOf(parseJson(line, at), at);

/** The same of a line's JSON. */
export function disclosureOf(json: unknown, at: string): Disclosure {
  const outline = v.safeParse(Outline, json);
  if (!outline.success) throw new EvidenceError(at, "no-disclosure", outline.issues[0].message);
  const [, name, given] = outline.output;
  const value = v.safeParse(Fields.entries[name], given);
  if (!value.success) throw new EvidenceError(at, "bad-field", name, value.issues[0].message);
  return { name, value: value.output } as Disclosure;
}

/** @throws EvidenceError where the text is not JSON. */
export function parseJson(text: string, at: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EvidenceError(at, "not-json");
  }
}

/**
 * The JSON of a line that is in the one form that it has here, for a name that is given twice is read differently by different programs.
 * @throws EvidenceError where it is not.
 */
export function parseFormed(line: string, at: string): unknown {
  const json = parseJson(line, at);
  if (asciiJson(json) !== line) throw new EvidenceError(at, "other-line-form");
  return json;
}
