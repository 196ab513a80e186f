import type { LocalText } from "./fields.ts";

/** Russian is read by those whose interface is Kazakh, which the facts do not have; English by everybody else. */
export function localLanguage(interfaceLanguage: string): keyof LocalText {
  return interfaceLanguage === "ru" || interfaceLanguage === "kk" ? "ru" : "en";
}
