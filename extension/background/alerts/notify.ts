import { browser } from "../../platform/browser.ts";
import { noting } from "../../platform/failures.ts";
import { t } from "../../platform/translate.ts";
import { languageChosen } from "../language.ts";

/** One at a time: a newer notification takes the place of the one before. */
const ID = "alert";

/**
 * Shows the system's notification, without the name of any host, for the system keeps it. Never rejects: where it cannot be shown the badge
 * speaks alone.
 */
export async function notify(verdict: "intercepted" | "suspected", isDrill: boolean): Promise<void> {
  const intercepted = verdict === "intercepted";
  await languageChosen();
  const title = t(intercepted ? "notify_intercepted" : "notify_suspected");
  // A system may have no notifications at all.
  await noting("notifications", () =>
    browser.notifications.create(ID, {
      type: "basic",
      iconUrl: browser.runtime.getURL(`extension/icons/${verdict}-128.png`),
      title: isDrill ? t("drill_mark") : title,
      message: isDrill ? title : t("notify_more"),
    }),
  ).catch(() => null);
}
