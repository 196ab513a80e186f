import type { LocalText as Text } from "../../src/watchlist/fields.ts";
import { localLanguage } from "../../src/watchlist/local-language.ts";
import { t } from "../platform/translate.ts";

const INTERFACE = t("language_tag");
const LANGUAGE = localLanguage(INTERFACE);

/** A text of the facts in the language that the person reads, marked as that language where the page around it is in another. */
export function LocalText({ text }: { readonly text: Text }) {
  return <bdi {...(LANGUAGE === INTERFACE ? {} : { lang: LANGUAGE })}>{text[LANGUAGE]}</bdi>;
}
