import { readFileSync } from "node:fs";

/** The keywords of JSON Schema that the project's own schemas use. */
interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

const KEYWORDS =
  /^(\$schema|title|type|const|required|additionalProperties|properties|items|maxItems|maxLength|pattern)$/;

/** Reads a schema of docs/schemas. */
export function schemaFile(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`../../docs/schemas/${name}`, import.meta.url), "utf8"));
}

/** Where a value departs from a schema; empty when it conforms. @throws Error for a keyword that is not known here. */
export function departures(value: unknown, schema: Schema, at = "value"): string[] {
  const unknown = Object.keys(schema).find((keyword) => !KEYWORDS.test(keyword));
  if (unknown) throw new Error(`the keyword ${unknown} is not known`);
  const { type, required = [], properties = {}, items, maxItems, maxLength, pattern } = schema;
  const found: string[] = [];
  if ("const" in schema && value !== schema.const) found.push(`${at}: not ${schema.const}`);
  if (type !== undefined && ![type].flat().includes(typeOf(value))) found.push(`${at}: ${typeOf(value)}`);
  if (typeof value === "string") {
    if ([...value].length > (maxLength ?? Number.POSITIVE_INFINITY)) found.push(`${at}: too long`);
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) found.push(`${at}: not like ${pattern}`);
  } else if (Array.isArray(value)) {
    if (value.length > (maxItems ?? Number.POSITIVE_INFINITY)) found.push(`${at}: too many`);
    if (items) found.push(...value.flatMap((item, index) => departures(item, items, `${at}.${index}`)));
  } else if (typeof value === "object" && value !== null) {
    found.push(...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${at}.${name}: missing`));
    for (const [name, part] of Object.entries(value)) {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known) found.push(...departures(part, known, `${at}.${name}`));
      else if (schema.additionalProperties === false) found.push(`${at}.${name}: not known`);
    }
  }
  return found;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
