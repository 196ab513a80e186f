import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";
import type { Quiet } from "../settings/quiet.ts";
import type { AlertLevel } from "../settings/settings.ts";
import type { AlertsView, WarningView } from "../views/alerts-view.ts";
import { askAgain } from "./ask-again.ts";

/** What is set about alerts. @throws Error when the background does not answer. */
export const getAlerts = () => askAgain<AlertsView>({ type: "get-alerts" });

/** Sets how far an alert goes. @throws Error when the background does not answer. */
export const setAlertLevel = (level: AlertLevel) => ask({ type: "set-alert-level", level });

/** Lets requests to a host pass again. @throws Error when the background does not answer. */
export const letThrough = (host: string) => ask({ type: "let-through", host });

/** Quiets something found on the page of a tab. @throws Error when the background does not answer. */
export const quieten = (tabId: number, entry: Quiet) => ask({ type: "quiet", tabId, entry });

/** Lets something that was quieted speak again. @throws Error when the background does not answer. */
export const unquiet = (entry: Quiet) => ask({ type: "unquiet", entry });

/** What a warning stands for; null when it is out of date. @throws Error when the background does not answer. */
export function getWarning(id: string): Promise<WarningView | null> {
  return askAgain<WarningView | null>({ type: "get-warning", id });
}

/** Goes on to the site behind a warning, in the tab of this page. @throws Error when the background does not answer. */
export async function goOn(id: string): Promise<void> {
  const begun = await browser.runtime.sendMessage<Message, boolean | undefined>({ type: "go-on", id });
  if (!begun) throw new Error("The background gave no answer.");
}

async function ask(message: Message): Promise<AlertsView> {
  const answer = await browser.runtime.sendMessage<Message, AlertsView | undefined>(message);
  if (!answer) throw new Error("The background gave no answer.");
  return answer;
}
