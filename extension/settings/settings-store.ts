import * as v from "valibot";
import { browser } from "../platform/browser.ts";
import { storage } from "../platform/storage.ts";
import { type Policy, policyIn } from "./policy.ts";
import { Settings } from "./settings.ts";
import { underPolicy } from "./under-policy.ts";

export const SETTINGS_KEY = "settings";

let policy: Promise<Policy> | null = null;

/** The settings that count now: what the user chose, under what an administrator has set. @throws as `readOwnSettings`. */
export async function readSettings(): Promise<Settings> {
  return underPolicy(...(await Promise.all([readOwnSettings(), readPolicy()])));
}

/** What the user chose, as it is stored now. @throws the browser's error when it does not give it out. */
export async function readOwnSettings(): Promise<Settings> {
  return v.parse(Settings, await storedSettings());
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

/** Everything that is stored as settings, also what cannot be read. @throws as `readOwnSettings`. */
export async function storedSettings(): Promise<object> {
  const { [SETTINGS_KEY]: stored } = await storage.local.get(SETTINGS_KEY);
  return typeof stored === "object" && stored !== null ? stored : {};
}
