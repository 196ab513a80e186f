import type { LocalText as Text } from "../../src/watchlist/fields.ts";
import { localLanguage } from "../../src/watchlist/local-language.ts";
import { t } from "../platform/translate.ts";
import { withDays } from "./local-format.ts";

/** A text of the facts in the language that the person reads, marked as that language where the page around it is in another. */
export function LocalText({ text }: { readonly text: Text }) {
  const around = t("language_tag");
  const language = localLanguage(around);
  return <bdi {...(language === around ? {} : { lang: language })}>{withDays(text[language])}</bdi>;
}
