import type { Certificate } from "../../certificate/certificate.ts";
import type { LocalText } from "../../watchlist/fields.ts";
import { localLanguage } from "../../watchlist/local-language.ts";
import type { Watchlist } from "../../watchlist/watchlist.ts";
import type { BundleAuthority } from "../bundle/bundle-watchlist.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import type { Sentence } from "../sentence.ts";
import { given, type Html } from "./html.ts";
import type { Stands } from "./stands.ts";

/** What the parts of a report are written from. */
export interface ReportContent {
  readonly records: readonly DisclosedRecord[];
  /** As `readCertificates` gives them. */
  readonly certificates: ReadonlyMap<string, Certificate>;
  /** The number of the record that names a certificate first, by the certificate's hash. */
  readonly firstNamed: ReadonlyMap<string, number>;
  readonly stands: readonly Stands[];
  /** Those of them that stand by the contents' list and not by one's own. */
  readonly beyond: ReadonlySet<Stands>;
  /** The list of the Rootwatch that writes the report. */
  readonly own: Watchlist;
  /** What the bundle's watchlist says of each, by identifier. */
  readonly authorities: ReadonlyMap<string, BundleAuthority>;
  readonly sentence: Sentence;
}

/** As long as the longest text in a bundle's watchlist. */
const LONGEST_FACT = 4000;

/** A text of the watchlist in the reader's language. It came with the bundle, so it is shown as anything else that came from outside. */
export function localText(text: LocalText, sentence: Sentence): Html {
  return fact(text[localLanguage(sentence("language_tag"))]);
}

/** A text of the watchlist that is the same in every language. */
export function fact(text: string): Html {
  return given(text, LONGEST_FACT);
}

/** What to call an authority: its name where the bundle's watchlist has it. */
export function authorityName(id: string, { authorities, sentence }: ReportContent): Html {
  const facts = authorities.get(id);
  return facts ? localText(facts.name, sentence) : given(id);
}
