import { hostOf } from "../../../src/detection/host-of.ts";
import { browser } from "../../platform/browser.ts";
import { openOver, opensInPrivateWindows, stepsBack } from "../../platform/replace-page.ts";
import { readSettings } from "../../settings/settings-in-force.ts";
import { isDrillUrl } from "../drill-address.ts";
import type { Place } from "../place.ts";
import { realAddress } from "../real-address.ts";
import type { HostRecord } from "../tab-state.ts";
import type { TabStore } from "../tab-store.ts";
import { BlockList } from "./block-list.ts";
import { decide } from "./decide.ts";
import { notify } from "./notify.ts";
import { rootBinding } from "./root-binding.ts";
import { AlertSession } from "./session.ts";
import { type Warning, Warnings } from "./warnings.ts";

/** What a page ends with that an extension has stopped: Chrome says so, Firefox calls it NS_ERROR_ABORT. */
const BLOCKED = /ERR_BLOCKED_BY_CLIENT|2147500036/;

/** Gives the alerts that go beyond the badge: the notification, the warning in the place of a page, and the block. */
export class Alerts {
  readonly session = new AlertSession();
  readonly blocks = new BlockList(this.session);
  readonly warnings = new Warnings();
  private readonly tabs: TabStore;

  constructor(tabs: TabStore) {
    this.tabs = tabs;
  }

  /** Must be called in the first turn of the event loop. */
  listen(): void {
    browser.webNavigation.onErrorOccurred.addListener((details) => {
      const { tabId, frameId, url, error = "" } = details as typeof details & { error?: string };
      // Where the settings cannot be read the browser's own words stay.
      if (frameId === 0 && BLOCKED.test(error)) void this.explainBlock(tabId, url).catch(() => null);
    });
    void this.blocks.enforce();
  }

  /** Gives the alerts on what was just judged. @returns whether a warning takes the place of the page; never rejects. */
  consider(place: Place, record: HostRecord, isPrivate: boolean): Promise<boolean> {
    return this.alert(place, record, isPrivate).catch(() => false);
  }

  /** The warning of this name, which shows in a tab or is about to; null when it is out of date. */
  async warningIn(tabId: number, id: string): Promise<Warning | null> {
    // In this order: once the tab counts as showing the warning, that is stored as it must be.
    const [{ current }, warning] = [await this.tabs.get(tabId), await this.warnings.get(id)];
    if (!warning || warning.request === null || current?.request !== warning.request) return warning;
    // The page came into the tab in the very moment in which it was to be replaced.
    const after = { ...warning, request: null, steps: stepsBack(true) };
    await this.warnings.replace(after);
    return after;
  }

  /** Gives the alerts on what is made up: nothing is stopped or noted, so that the next real ones come as if there had been no drill. */
  async drill(tabId: number, url: string, record: HostRecord, isPrivate: boolean): Promise<void> {
    const { verdict, authority } = record.assessment;
    if (verdict !== "intercepted" && verdict !== "suspected") return;
    const { alertLevel: level } = await readSettings();
    const { notify: speak, warn } = decide({
      verdict,
      replaceable: true,
      isPrivate,
      level,
      allowed: false,
      notified: null,
    });
    if (speak) void notify(verdict, true);
    const warning = { url, record, stopped: null, authority, isPrivate, request: null, steps: stepsBack(false) };
    // Not over our page for drills: the way back leads there.
    if (warn) await this.open(tabId, warning, false);
  }

  /** There was a sign of another network. */
  async forgetNetwork(): Promise<void> {
    await this.session.forgetNetwork();
    await this.blocks.enforce();
  }

  /** The user goes on to the site of a warning. */
  async goOn(id: string, tabId: number): Promise<void> {
    const warning = await this.warnings.get(id);
    const host = hostOf(warning?.url ?? "");
    if (!warning || host === null) return;
    if (!isDrillUrl(warning.url)) {
      if (warning.record) await this.session.allow(host, rootBinding(warning.record.assessment), warning.isPrivate);
      await this.letThrough(host);
    }
    await openOver(tabId, realAddress(warning.url), true);
  }

  /**
   * Lets requests to a host pass again, under the key that was met there, until the browser is closed; also where nothing is stopped now,
   * for when it is again.
   */
  async letThrough(host: string): Promise<void> {
    const next = () => this.blocks.findAtAnyLevel(host);
    for (let block = await next(); block !== null; block = await next()) {
      if (block.kind === "target") await this.session.allowTarget(block.host);
      else await this.session.allow(host, block.binding, block.isPrivate);
      await this.blocks.remove(host);
    }
  }

  private async alert(place: Place, record: HostRecord, isPrivate: boolean): Promise<boolean> {
    const { assessment, host } = record;
    const { verdict, authority } = assessment;
    if (verdict !== "intercepted" && verdict !== "suspected") return false;
    const binding = rootBinding(assessment);
    const url = place.part === "page" && hostOf(place.replaceable ?? "") === host ? place.replaceable : undefined;
    // Where what the user chose cannot be read, as much is done as at every level.
    const { alertLevel: level } = await readSettings().catch(() => ({ alertLevel: "badge" }) as const);
    const {
      notify: speak,
      warn,
      block,
      stopTargets,
    } = decide({
      verdict,
      replaceable: url !== undefined && (!isPrivate || opensInPrivateWindows),
      isPrivate,
      level,
      allowed: await this.session.isAllowed(host, binding, isPrivate),
      notified: await this.session.notified(),
    });
    if (speak) {
      await this.session.setNotified(verdict);
      void notify(verdict, false);
    }
    // Every observation of a page passes here; rules are written only when something is new.
    if (stopTargets && (await this.session.stopTargets(authority)) && !block) await this.blocks.enforce();
    if (block) await this.blocks.add({ host, binding, authority, at: record.at }, isPrivate);
    if (!warn || url === undefined || place.part !== "page") return false;
    return this.warn(place, { url, record, stopped: null, authority, isPrivate });
  }

  private async warn(
    { tabId, request }: Extract<Place, { part: "page" }>,
    warning: Omit<Warning, "id" | "steps" | "request">,
  ): Promise<boolean> {
    const { current, pending } = await this.tabs.get(tabId);
    const committed = current?.request === request;
    // Whoever has gone elsewhere meanwhile is not called back.
    if (!committed && pending?.request !== request) return false;
    return this.open(
      tabId,
      { ...warning, request: committed ? null : request, steps: stepsBack(committed) },
      committed,
    );
  }

  /** A page that was stopped by a block shows the browser's own words for it; ours say why, and how to go on. */
  private async explainBlock(tabId: number, url: string): Promise<void> {
    const host = hostOf(url);
    const block = host === null ? null : await this.blocks.find(host);
    const tab = block && (await browser.tabs.get(tabId).catch(() => null));
    if (host === null || !block || !tab || (tab.incognito && !opensInPrivateWindows)) return;
    const { kind: stopped, authority } = block;
    const record = await this.warnings.lastRecord(host, tab.incognito);
    const warning = {
      url,
      record,
      stopped,
      authority,
      isPrivate: tab.incognito,
      request: null,
      steps: stepsBack(true),
    };
    await this.open(tabId, warning, true);
  }

  private async open(tabId: number, warning: Omit<Warning, "id">, committed: boolean): Promise<boolean> {
    const address = await this.warnings.add(warning);
    return openOver(tabId, address, committed).then(
      () => true,
      () => false,
    );
  }
}
