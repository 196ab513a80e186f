import { browser } from "../platform/browser.ts";
import { type Policy, policyIn } from "./policy.ts";
import type { Settings } from "./settings.ts";
import { readOwnSettings } from "./stored-settings.ts";
import { underPolicy } from "./under-policy.ts";

let policy: Promise<Policy> | null = null;

/** The settings that count now: what the user chose, under what an administrator has set. @throws as `readOwnSettings`. */
export async function readSettings(): Promise<Settings> {
  return underPolicy(...(await Promise.all([readOwnSettings(), readPolicy()])));
}

/** What an administrator has set, read once until `forgetPolicy`; nothing where the browser knows of no such thing. Never rejects. */
export function readPolicy(): Promise<Policy> {
  policy ??= readManaged()
    // Firefox rejects where there is none, and on Android has no such store at all.
    .catch(() => ({}))
    .then(policyIn);
  return policy;
}

const readManaged = async () => browser.storage.managed.get();

/** Has the policy read anew by whoever asks next. */
export function forgetPolicy(): void {
  policy = null;
}
