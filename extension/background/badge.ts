import type { Verdict } from "../../src/detection/verdict.ts";
import { browser } from "../platform/browser.ts";
import { noteWhether } from "../platform/failures.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { languageChosen } from "./language.ts";

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

/** That a certificate is offered, where the verdict has nothing to say on the icon. */
const OFFERED = { text: "?", color: "#8a5a00" };

/** What there is to say on the icon beside the verdict. */
interface Besides {
  /** Whether the user has quieted the verdict: then only the title says it. */
  readonly silent: boolean;
  /** Whether a certificate was offered in the tab. */
  readonly isOffered: boolean;
  /** Whether all of it is made up. */
  readonly isDrill: boolean;
}

/** Shows a verdict on the toolbar icon of a tab. A tab that is gone by then is no fault. */
export async function showBadge(
  tabId: number,
  verdict: Verdict,
  { silent, isOffered, isDrill }: Besides,
): Promise<void> {
  const shape = silent ? "not-inspected" : verdict;
  const { text, color } = isOffered && BADGES[shape].text === "" ? OFFERED : BADGES[shape];
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/extension/icons/${shape}-${size}.png`]));
  await languageChosen();
  const words = t(messageKey("verdict", verdict));
  const said = [
    ...(isDrill ? [t("drill_mark")] : []),
    silent ? t("badge_quieted", words) : words,
    ...(isOffered ? [t("offered_badge")] : []),
  ].join("; ");
  const shown = await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    // Firefox for Android shows the extension's own icon alone.
    browser.action.setIcon?.({ tabId, path }),
    browser.action.setTitle({ tabId, title: `${t("extension_name")}: ${said}` }),
  ]);
  const works = shown.every(({ status }) => status === "fulfilled");
  if (works || (await isOpen(tabId))) await noteWhether(works, "icon");
}

const isOpen = (tabId: number) =>
  browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
