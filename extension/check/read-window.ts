import { browser } from "../platform/browser.ts";

/** Where this page is, and what it may leave behind. */
export interface ShownIn {
  readonly tabId: number | null;
  /** Whether it is in, or was opened from, a private window; yes when that cannot be said. */
  readonly inPrivate: boolean;
}

/**
 * The window that this page counts to. Chrome shows pages of extensions in ordinary windows only, so that the tab it was opened from
 * decides, which the page's address names behind "?from=".
 */
export async function readWindow(): Promise<ShownIn> {
  const own = await browser.tabs.getCurrent().catch(() => undefined);
  const named = new URLSearchParams(location.search).get("from");
  const from = named === null ? own : await browser.tabs.get(Number(named)).catch(() => undefined);
  return { tabId: own?.id ?? null, inPrivate: own?.incognito !== false || from?.incognito !== false };
}
