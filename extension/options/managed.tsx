import { type MessageKey, t } from "../platform/translate.ts";

interface Props {
  readonly message: MessageKey;
  readonly substitution?: string;
}

/** Says beside something that an administrator has set it. */
export function Managed({ message, substitution }: Props) {
  return <p class="managed">{substitution === undefined ? t(message) : t(message, substitution)}</p>;
}
