import * as v from "valibot";
import type { Name } from "../certificate/name.ts";
import { ATTRIBUTE_NAMES } from "../certificate/oids.ts";
import { Id, Text, Url } from "./fields.ts";

const Condition = v.strictObject({
  attribute: v.picklist(["CN", "O", "OU", "C"]),
  comparison: v.picklist(["equals", "starts-with", "contains"]),
  text: Text,
});
type Condition = v.InferOutput<typeof Condition>;

/** A product that opens its own user's or company's encrypted connections: antivirus, filter, proxy. */
const InspectionProduct = v.strictObject({
  id: Id,
  vendor: Text,
  product: Text,
  kind: v.picklist(["antivirus", "corporate", "parental", "developer", "other"]),
  /**
   * What its certificates are called: one pattern of several, all conditions of a pattern. Letter case counts. Empty where no source
   * states the name.
   */
  patterns: v.array(v.pipe(v.array(Condition), v.minLength(1, "a condition is wanted"))),
  /** Id of the authority that lists a key of it. */
  authority: v.optional(Id),
  note: v.optional(Text),
  sources: v.pipe(v.array(Url), v.minLength(1, "a source is wanted")),
});

/** inspection-products.json. */
export const InspectionProducts = v.strictObject({ products: v.array(InspectionProduct) });
export type InspectionProducts = v.InferOutput<typeof InspectionProducts>;

/** A product as it is shipped. */
export type Product = Pick<v.InferOutput<typeof InspectionProduct>, "id" | "vendor" | "product" | "kind" | "patterns">;

/**
 * Finds the product that a root's name, or the name of a leaf's issuer, is known from; null when there is none. Anyone can call a
 * certificate the same, so that the answer explains ("it calls itself X") and proves nothing.
 */
export function productFinder(products: readonly Product[]): (name: Name) => Product | null {
  return (name) => {
    const attributes = name.rdns.flat().flatMap(({ type, value }) => {
      const attribute = ATTRIBUTE_NAMES.get(type);
      return attribute === undefined || value === null ? [] : [{ attribute, value }];
    });
    const holds = (condition: Condition) =>
      attributes.some(({ attribute, value }) => attribute === condition.attribute && compare(value, condition));
    return products.find(({ patterns }) => patterns.some((pattern) => pattern.every(holds))) ?? null;
  };
}

function compare(value: string, { comparison, text }: Condition): boolean {
  switch (comparison) {
    case "equals":
      return value === text;
    case "starts-with":
      return value.startsWith(text);
    case "contains":
      return value.includes(text);
  }
}

/** The shipped form: the products that can be recognised by a name. */
export function compileProducts({ products }: InspectionProducts): Product[] {
  return products
    .filter(({ patterns }) => patterns.length > 0)
    .map(({ id, vendor, product, kind, patterns }) => ({ id, vendor, product, kind, patterns }));
}
