import type { LocalText } from "../../src/watchlist/fields.ts";
import { t } from "../platform/translate.ts";

/** A statement of the facts, in the nearest of its languages and marked with it. */
export function FactText({ text }: { readonly text: LocalText }) {
  const language = t("language_fallback_tag") === "ru" ? "ru" : "en";
  return <span lang={language}>{text[language]}</span>;
}
