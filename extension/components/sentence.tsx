import type { LocalText as Text } from "../../src/watchlist/fields.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import { HostileText } from "./hostile-text.tsx";
import { formatDay } from "./local-format.ts";
import { LocalText } from "./local-text.tsx";

/** Stands for a part while the message is put together; no message contains it. */
const MARK = "\uE000";

/** Long enough for a name that means something, short enough for a list. */
const PART_LENGTH = 120;

/** What is put into a message: text from outside or from the facts, or a day (RFC 3339). */
export type Part = string | Text | { readonly day: string };

/** A message with text put in: each part is shown isolated and cannot become part of our own words. */
export function Sentence({ message, parts }: { readonly message: MessageKey; readonly parts: readonly Part[] }) {
  const marked = t(message, ...parts.map((_, index) => `${MARK}${index}${MARK}`));
  return marked.split(MARK).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const part = parts[Number(piece)] ?? "";
    if (typeof part === "string") return <HostileText key={index} text={part} limit={PART_LENGTH} />;
    return "day" in part ? formatDay(part.day) : <LocalText key={index} text={part} />;
  });
}
