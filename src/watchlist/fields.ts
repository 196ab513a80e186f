import * as v from "valibot";

/** Whether a date or time is the beginning of a moment that exists: 30 February is not. */
function exists(text: string): boolean {
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text.replace("Z", ""));
}

const hexOf = (bytes: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `${bytes * 2} lower-case hex digits are wanted`));

/** Lower-case hex. */
export const Sha256 = hexOf(32);

/** Lower-case hex. */
export const Sha1 = hexOf(20);

/** Lower-case hex of any length but none. */
export const HexBytes = v.pipe(v.string(), v.regex(/^([0-9a-f]{2})+$/, "lower-case hex, two digits a byte, is wanted"));

/** A serial number as `Certificate.serial` writes it: lower-case hex of the magnitude, "-" before a negative one. */
export const Serial = v.pipe(v.string(), v.regex(/^-?([0-9a-f]{2})+$/, "lower-case hex, two digits a byte, is wanted"));

/** A text with something in it. */
export const Text = v.pipe(v.string(), v.regex(/\S/, "a text is wanted"));

/**
 * A text in the languages whose readers the facts are checked for. Kazakh has none: nobody has checked legal and historical text in it, and
 * a Kazakh interface shows the Russian.
 */
export const LocalText = v.strictObject({ en: Text, ru: Text });
export type LocalText = v.InferOutput<typeof LocalText>;

const ShortText = v.pipe(Text, v.maxLength(80, "80 characters at most are wanted"));

/** A text of a few words in the same languages. */
export const ShortLocalText = v.strictObject({ en: ShortText, ru: ShortText });

/** An address that may be shown as a link. */
export const Url = v.pipe(v.string(), v.url("a URL is wanted"), v.regex(/^https?:/, "an http or https URL is wanted"));

/** A DNS name in lower case. */
export const Host = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a lower-case host name is wanted"));

/** A DNS name in lower case, or `*.` and one, which means that name and every name below it. */
export const HostMask = v.pipe(
  v.string(),
  v.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a lower-case host name, or *. and one, is wanted"),
);

/** ISO 3166-1 alpha-2, or EU. */
export const Country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "a country code such as KZ is wanted"));

/** What a file calls the things in it: their names in the rest of the project. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by - are wanted"));

/** RFC 3339 in UTC, to the second. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "a time such as 2019-07-17T00:00:00Z is wanted"),
  v.check(exists, "this time does not exist"),
);

/** A day, or a whole month or year where nothing closer is known. */
export const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d\d(-\d\d)?)?$/, "a date such as 2019, 2019-07 or 2019-07-17 is wanted"),
  v.check(exists, "this date does not exist"),
);

/** Whether one date is before another, as far as both are known: the month of a day is not before that day. */
export const isBefore = (one: string, other: string): boolean =>
  one.slice(0, other.length) < other.slice(0, one.length);

/** Checks that the dated things of a list come in the order in which they began; what has no beginning may stand anywhere. */
export const inOrder = <T extends { readonly from: string | null }>() =>
  v.rawCheck<T[]>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    let last: string | null = null;
    for (const [key, value] of dataset.value.entries()) {
      if (last !== null && value.from !== null && isBefore(value.from, last)) {
        const item = { type: "array", origin: "value", input: dataset.value, key, value } as const;
        const field = { type: "object", origin: "value", input: { ...value }, key: "from", value: value.from } as const;
        addIssue({ message: "it is before the one above it", path: [item, field] });
      }
      last = value.from ?? last;
    }
  });
