import type { Verdict } from "../../src/detection/verdict.ts";
import { browser } from "../platform/browser.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";

/** Text and colour on the toolbar icon; the icon's own shape says the same to those who see no colours. */
const BADGES: Readonly<Record<Verdict, { readonly text: string; readonly color: string }>> = {
  intercepted: { text: "!!", color: "#b3131b" },
  suspected: { text: "!", color: "#a84300" },
  refused: { text: "×", color: "#8a5a00" },
  listed: { text: "i", color: "#8a5a00" },
  "added-root": { text: "+", color: "#8a5a00" },
  "nothing-found": { text: "", color: "#5b6470" },
  "not-inspected": { text: "", color: "#5b6470" },
};

/**
 * Shows a verdict on the toolbar icon of a tab. A tab that is gone by then is no fault.
 * @param silent whether the user has quieted it: then only the title says it.
 */
export async function showBadge(tabId: number, verdict: Verdict, silent: boolean): Promise<void> {
  const shape = silent ? "not-inspected" : verdict;
  const { text, color } = BADGES[shape];
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/extension/icons/${shape}-${size}.png`]));
  const words = t(messageKey("verdict", verdict));
  const title = `${t("extension_name")}: ${silent ? t("badge_quieted", words) : words}`;
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setIcon({ tabId, path }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
