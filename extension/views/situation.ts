import type { Keeping } from "../settings/settings.ts";

/** What the steps to take depend on, beside what was found. */
export interface Situation {
  /** What the user chose to keep; null where the browser does not give that out. */
  readonly keeping: Keeping | null;
  /** How many records are in the browser's memory, until it is closed. */
  readonly inSession: number;
  /** Whether the window is a private one, of which nothing is kept. */
  readonly isPrivate: boolean;
  /** When the key of the root was first met on this device, milliseconds since 1970; null where that is not remembered. */
  readonly keySince: number | null;
}
