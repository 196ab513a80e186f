import * as v from "valibot";

/** The languages that Rootwatch speaks, as BCP 47 tags. */
export const LANGUAGES = ["en", "ru", "kk"] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ["light", "dark"] as const;

/** How pages look and speak; null leaves it to the browser. */
export const Look = v.strictObject({
  language: v.exactOptional(v.nullable(v.picklist(LANGUAGES))),
  theme: v.exactOptional(v.nullable(v.picklist(THEMES))),
});
export type Look = v.InferOutput<typeof Look>;
