import { messageKey } from "../platform/message-key.ts";
import { type MessageKey, t } from "../platform/translate.ts";

/** The message on a member of a family that a record names; null where there is none, for a record may be of a newer Rootwatch. */
export function told(family: string, member: string): string | null {
  try {
    return t(messageKey(family, member) as MessageKey) || null;
  } catch {
    return null;
  }
}
