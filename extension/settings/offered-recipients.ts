import type { Policy } from "./policy.ts";
import type { Recipient, Settings } from "./settings.ts";
import { underPolicy } from "./under-policy.ts";

/** Someone to whom files can be encrypted. */
export interface OfferedRecipient extends Recipient {
  /** Whether an administrator has named them, and the user has not. */
  readonly isManaged: boolean;
}

/** Everyone to whom files can be encrypted, those that the user named first. */
export function offeredRecipients(own: Settings, policy: Policy): OfferedRecipient[] {
  const { recipients } = underPolicy(own, policy);
  return recipients.map((each, index) => ({ ...each, isManaged: index >= own.recipients.length }));
}
