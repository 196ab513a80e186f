import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";

/** The countries of all authorities and legal dossiers, and the European Union, by their ISO 3166-1 alpha-2 codes. */
const COUNTRIES = [
  ...(["ae", "ca", "cn", "dk", "eu", "fr", "gb", "il", "in", "ir"] as const),
  ...(["it", "kz", "mu", "nl", "pa", "ru", "sy", "tr", "us"] as const),
];

/**
 * The name of a country, from its ISO 3166-1 alpha-2 code; null for one of which no authority and no law is on record, such as ZZ, which the
 * lab's and the drill's authorities have. Browsers are not asked: Chrome has no Kazakh names of countries, and gives English ones.
 */
export function countryName(code: string): string | null {
  const known = COUNTRIES.find((country) => country === code.toLowerCase());
  return known === undefined ? null : t(messageKey("country", known));
}
