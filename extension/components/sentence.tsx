import { type MessageKey, t } from "../platform/translate.ts";
import { HostileText } from "./hostile-text.tsx";

/** Stands for a part while the message is put together; no message contains it. */
const MARK = "\uE000";

/** Long enough for a name that means something, short enough for a list. */
const PART_LENGTH = 120;

/** A message with text from outside put in: each part is shown isolated and cannot become part of our own words. */
export function Sentence({ message, parts }: { readonly message: MessageKey; readonly parts: readonly string[] }) {
  const marked = t(message, ...parts.map((_, index) => `${MARK}${index}${MARK}`));
  return marked.split(MARK).map((piece, index) => {
    if (index % 2 === 0) return piece;
    return <HostileText key={index} text={parts[Number(piece)] ?? ""} limit={PART_LENGTH} />;
  });
}
