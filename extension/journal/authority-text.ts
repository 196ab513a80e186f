import { localLanguage } from "../../src/watchlist/local-language.ts";
import { nameOfAuthority } from "../components/authority-name.ts";
import { t } from "../platform/translate.ts";

/** What the reader knows an authority as; its identifier where this Rootwatch knows no such authority. */
export function authorityText(id: string): string {
  return nameOfAuthority(id)?.name[localLanguage(t("language_tag"))] ?? id;
}
