import { readFileSync } from "node:fs";

/** The keywords of JSON Schema that the project's own schemas use. */
interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly pattern?: string;
}

const KEYWORDS =
  /^(\$schema|title|type|const|enum|oneOf|required|additionalProperties|properties|items|prefixItems|minItems|maxItems|maxLength|minimum|pattern)$/;

/** Reads a schema of docs/schemas. */
export function schemaFile(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`../../docs/schemas/${name}`, import.meta.url), "utf8"));
}

/** Where a value departs from a schema; empty when it conforms. @throws Error for a keyword that is not known here. */
export function departures(value: unknown, schema: Schema, at = "value"): string[] {
  const unknown = Object.keys(schema).find((keyword) => !KEYWORDS.test(keyword));
  if (unknown) throw new Error(`the keyword ${unknown} is not known`);
  const { type, required = [], properties = {}, items, prefixItems = [], minItems, maxItems, maxLength } = schema;
  const { pattern, minimum, oneOf } = schema;
  const found: string[] = [];
  if ("const" in schema && value !== schema.const) found.push(`${at}: not ${schema.const}`);
  if (schema.enum && !schema.enum.includes(value)) found.push(`${at}: none of ${schema.enum.join(", ")}`);
  if (oneOf) {
    const fitting = oneOf.filter((one) => departures(value, one, at).length === 0).length;
    if (fitting !== 1) found.push(`${at}: of ${fitting} of ${oneOf.length} forms`);
  }
  if (type !== undefined && !typesOf(value).some((is) => [type].flat().includes(is))) {
    found.push(`${at}: ${typesOf(value)[0]}`);
  }
  if (typeof value === "number" && value < (minimum ?? Number.NEGATIVE_INFINITY)) found.push(`${at}: too small`);
  if (typeof value === "string") {
    if ([...value].length > (maxLength ?? Number.POSITIVE_INFINITY)) found.push(`${at}: too long`);
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) found.push(`${at}: not like ${pattern}`);
  } else if (Array.isArray(value)) {
    if (value.length > (maxItems ?? Number.POSITIVE_INFINITY)) found.push(`${at}: too many`);
    if (value.length < (minItems ?? 0)) found.push(`${at}: too few`);
    found.push(...prefixItems.flatMap((item, index) => departures(value[index], item, `${at}.${index}`)));
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

/** What JSON Schema calls the type of a value; of a whole number the closer name last. */
function typesOf(value: unknown): string[] {
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  return Number.isInteger(value) ? ["number", "integer"] : [typeof value];
}
