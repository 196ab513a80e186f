import type { FieldName } from "../../src/evidence/field.ts";
import { type Choice, choiceOf, READY_FIELDS, singleChoice } from "../../src/evidence/selection.ts";
import type { JournalRow } from "../journal-view/journal-row.ts";
import type { MessageKey } from "../platform/translate.ts";
import type { Language } from "../settings/look.ts";

export const PRESETS = ["publish", "newsroom", "single", "own"] as const;
export const FORMS = ["bundle", "text", "csv", "jsonl", "ooni"] as const;
export const PROTECTIONS = ["recipients", "passphrase", "none"] as const;

/** Everything that the user decides on before a file is made. */
export interface Choices {
  /** Numbers of records. */
  readonly chosen: ReadonlySet<number>;
  readonly preset: (typeof PRESETS)[number];
  /** What is to be shown of them; what it leads to may be more, and then less is shown. */
  readonly fields: ReadonlySet<FieldName>;
  readonly form: (typeof FORMS)[number];
  /** Of the report. */
  readonly language: Language;
  readonly signing: "once" | "own";
  readonly protection: (typeof PROTECTIONS)[number];
  /** `age1…` of those chosen. */
  readonly recipients: ReadonlySet<string>;
  readonly passphrase: string;
  readonly again: string;
}

/** The fields that a ready choice shows. */
export const fieldsOf = (preset: Exclude<Choices["preset"], "own">): ReadonlySet<FieldName> =>
  preset === "publish" ? READY_FIELDS.publish : READY_FIELDS.newsroom;

/** Shorter than this a passphrase is refused, in characters. */
const SHORTEST_PASSPHRASE = 12;
/** Of this length on one of words drawn at random holds. */
const LONG_PASSPHRASE = 30;

/** How well a passphrase keeps, as far as its length tells. */
export function strengthOf(passphrase: string): "short" | "weak" | "long" {
  if (passphrase.length < SHORTEST_PASSPHRASE) return "short";
  return passphrase.length < LONG_PASSPHRASE ? "weak" : "long";
}

/** What keeps a file from being made by these choices; null when nothing does. */
export function faultOf(choices: Choices): MessageKey | null {
  if (choices.chosen.size === 0) return "export_nothing_chosen";
  if (choices.preset === "single" && choices.chosen.size !== 1) return "preset_single_one";
  if (choices.form !== "bundle" || choices.protection === "none") return null;
  if (choices.protection === "recipients") return choices.recipients.size === 0 ? "protect_nobody" : null;
  if (choices.passphrase === "") return "protect_no_passphrase";
  if (strengthOf(choices.passphrase) === "short") return "protect_strength_short";
  return choices.passphrase === choices.again ? null : "protect_unlike";
}

/** What is to leave. A text to share shows less than it is given, so it is given everything. */
export function choiceFrom({ chosen, preset, fields, form }: Choices, rows: readonly JournalRow[]): Choice {
  const records = rows.map(({ formed }) => formed).filter(({ seq }) => chosen.has(seq));
  const [first] = records;
  if (form === "text") return { ...choiceOf(records, READY_FIELDS.newsroom), withChain: false };
  if (preset === "single" && first) return singleChoice(first.seq);
  // Only a bundle is checked by its chain; elsewhere a line without values says nothing.
  return { ...choiceOf(records, fields), withChain: form === "bundle" };
}
