import type { Sentence } from "../../src/evidence/sentence.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import { formatDay } from "./local-format.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The messages of the page's own language, as src/evidence asks for them, with their days as the reader writes days. */
export const pageSentence: Sentence = (key, substitutions = []) =>
  t(key.replaceAll("-", "_") as MessageKey, ...substitutions.map((each) => (DAY.test(each) ? formatDay(each) : each)));
