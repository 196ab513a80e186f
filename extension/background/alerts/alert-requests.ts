import { hostOf } from "../../../src/detection/host-of.ts";
import type { Message } from "../../messages.ts";
import { readSettings } from "../../settings/settings-in-force.ts";
import type { AlertsView, WarningView } from "../../views/alerts-view.ts";
import { changeSettings } from "../change-settings.ts";
import { isDrillUrl } from "../drill-address.ts";
import type { Journal } from "../journal/journal.ts";
import { readAnswers } from "../memory/past.ts";
import type { OwnListStore } from "../own-list-store.ts";
import { hostView } from "../page-view.ts";
import { isPrivate, type Recorder } from "../recorder.ts";
import { situationOf } from "../situation.ts";
import { isDrill } from "../tab-state.ts";
import type { TabStore } from "../tab-store.ts";
import type { Alerts } from "./alerts.ts";
import type { QuietList } from "./quiet-list.ts";

interface Parts {
  readonly tabs: TabStore;
  readonly recorder: Recorder;
  readonly ownList: OwnListStore;
  readonly alerts: Alerts;
  readonly quiet: QuietList;
  readonly journal: Journal;
}

type AlertMessage = Extract<
  Message,
  { type: "get-warning" | "go-on" | "get-alerts" | "set-alert-level" | "let-through" | "quiet" | "unquiet" }
>;

/**
 * Answers what our own pages ask about alerts.
 * @returns takes a message and the tab of the page that sent it; undefined where it is in none.
 */
export function alertRequests({ tabs, recorder, ownList, alerts, quiet, journal }: Parts) {
  const view = async (): Promise<AlertsView> => ({
    level: (await readSettings()).alertLevel,
    stopped: await alerts.blocks.all(),
    quiet: await quiet.entries(true),
  });

  const warning = async (id: string, tabId: number | undefined): Promise<WarningView | null> => {
    const found = tabId === undefined ? null : await alerts.warningIn(tabId, id);
    if (!found) return null;
    const { url, record, stopped, authority, steps, isPrivate: inPrivate } = found;
    const known = {
      watchlist: await ownList.watchlist(),
      answers: new Map(Object.entries(await readAnswers(inPrivate))),
      quiet: [],
    };
    return {
      host: hostOf(url) ?? "",
      seen: record && hostView(record, true, known),
      stopped,
      authority,
      steps,
      isDrill: isDrillUrl(url),
      situation: await situationOf(record?.assessment ?? null, inPrivate, journal),
    };
  };

  const showAll = async () => {
    for (const tabId of await tabs.all()) await recorder.announce(tabId);
  };

  return async (
    message: AlertMessage,
    tabId: number | undefined,
  ): Promise<AlertsView | WarningView | boolean | null> => {
    switch (message.type) {
      case "get-warning":
        return warning(message.id, tabId);
      case "go-on":
        if (tabId === undefined) return false;
        await alerts.goOn(message.id, tabId);
        return true;
      case "get-alerts":
        return view();
      case "set-alert-level":
        await changeSettings(() => ({ alertLevel: message.level }));
        await alerts.blocks.enforce();
        return view();
      case "let-through":
        await alerts.letThrough(message.host);
        return view();
      case "quiet":
        if (!isDrill(await tabs.get(message.tabId))) await quiet.add(message.entry, await isPrivate(message.tabId));
        await showAll();
        return view();
      case "unquiet":
        await quiet.remove(message.entry);
        await showAll();
        return view();
    }
  };
}
