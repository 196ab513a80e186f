import { useState } from "preact/hooks";
import { type MessageKey, t } from "../platform/translate.ts";

interface Props {
  /** What the button says. */
  readonly message: MessageKey;
  readonly text: () => string;
}

/** Copies a text on a press, and says whether that was done. */
export function CopyButton({ message, text }: Props) {
  const [said, say] = useState<MessageKey | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => say("certificate_copied"),
      () => say("certificate_copy_failed"),
    );
  return (
    <p class="presses">
      <button type="button" class="quiet copy" onClick={() => void copy()}>
        {t(message)}
      </button>
      <span role="status">{said && t(said)}</span>
    </p>
  );
}
