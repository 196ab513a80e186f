import { Alerts } from "../../extension/background/alerts/alerts.ts";
import { QuietList } from "../../extension/background/alerts/quiet-list.ts";
import { Journal } from "../../extension/background/journal/journal.ts";
import { Network } from "../../extension/background/memory/network.ts";
import { OwnListStore } from "../../extension/background/own-list-store.ts";
import { Recorder } from "../../extension/background/recorder.ts";
import { TabStore } from "../../extension/background/tab-store.ts";
import { watchlist } from "../shipped-watchlist.ts";

/** The parts of a background, wired as `main.ts` does, that begins with nothing. */
export function background() {
  const tabs = new TabStore();
  const [alerts, quiet, journal] = [new Alerts(tabs), new QuietList(), new Journal(async () => "2026-11-22")];
  const ownList = new OwnListStore(watchlist);
  const recorder = new Recorder(tabs, async () => watchlist, new Network(), { alerts, quiet, journal });
  return { tabs, alerts, quiet, journal, ownList, recorder };
}
