import { emptyStore, fillStore } from "../browser/full-store.ts";
import type { LabBrowser, LabPage } from "../browser/harness/lab-browser.ts";
import { poll } from "../browser/harness/poll.ts";
import type { Lab } from "../lab/lab.ts";
import type { Box, Step } from "./schedule.ts";

/** A host that was opened, and what stood before it. */
export interface Opened {
  readonly host: string;
  readonly box: Box;
  /** How often; not each time need the background have heard of it. */
  times: number;
}

/** Beyond so many tabs the first one is closed. */
const MOST_TABS = 8;
/** How long the browser may take to show and keep something, in milliseconds: the machine may be busy. */
const PATIENCE = 90_000;

/** Known by the leaf alone, which is all that Chromium hands over without a press. */
const FORGING = { intermediate: false, algorithm: "ec" } as const;

/** The number of the journal's last record, once nothing is done to the journal. */
const LAST = `(async () => {
  const { held, pending } = await navigator.locks.query();
  if ([...held, ...pending].length > 0) return null;
  const [lasting, passing] = await Promise.all([
    chrome.storage.local.get("journal-head"), chrome.storage.session.get("journal:position")]);
  return Math.max(lasting["journal-head"]?.seq ?? 0, passing["journal:position"]?.head.seq ?? 0);
})()`;

const BADGES: Readonly<Record<Box, string>> = { none: "", listed: "!!", unlisted: "+" };

/** Does to a browser what a schedule says, and notes what was opened. */
export class Deeds {
  readonly opened: Opened[] = [];
  /** Hosts of which the user was not told, or that were not kept, in time. */
  readonly late: string[] = [];
  private readonly browser: LabBrowser;
  private readonly lab: Lab;
  private readonly tabs: LabPage[] = [];
  private box: Box = "none";

  constructor(browser: LabBrowser, lab: Lab) {
    this.browser = browser;
    this.lab = lab;
  }

  async do(step: Step): Promise<void> {
    switch (step.deed) {
      case "box":
        this.box = step.box;
        return step.box === "none"
          ? this.lab.passThrough()
          : this.lab.intercept({ ...FORGING, root: step.box === "listed" ? "interception" : "unlisted" });
      case "open":
        return this.open(step.hosts);
      case "open-and-evict":
        return this.openAndEvict(step.host);
      case "again":
        return this.openAgain(step.host);
      case "close":
        return this.tabs.splice(step.which % Math.max(this.tabs.length, 1), 1)[0]?.close();
      case "evict":
        await this.last();
        return this.browser.evictBackground();
      case "fill":
        return void (await fillStore(this.browser, "session"));
      case "empty":
        return void (await emptyStore(this.browser, "session"));
      case "keep":
        return this.say(`{ type: "choose-keeping", changes: { keeping: "${step.place}" } }`);
      case "look":
        return this.look(step.page);
    }
  }

  /** Has what was counted aside so far written, so that from here on nothing but what is opened makes records. */
  closeDay(): Promise<void> {
    return this.say(`{ type: "close-journal-day" }`);
  }

  /** Has everything written to the disk that is to come there. */
  async end(): Promise<void> {
    await this.do({ deed: "empty" });
    await this.do({ deed: "keep", place: "evidence" });
    await this.closeDay();
    await this.last();
  }

  private async open(hosts: readonly string[]): Promise<void> {
    const before = await this.last();
    const tabs = await Promise.all(hosts.map((host) => this.visit(this.note(host))));
    if (this.box === "listed") await this.kept(hosts.join(), before + hosts.length);
    await Promise.all(tabs.map((tab, index) => this.told(hosts[index] ?? "", tab)));
  }

  private async openAndEvict(host: string): Promise<void> {
    const before = await this.last();
    const opened = this.note(host);
    await Promise.all([this.visit(opened), this.browser.evictBackground()]);
    const tab = await this.visit(opened);
    if (this.box === "listed") await this.kept(host, before + 1);
    await this.told(host, tab);
  }

  private async openAgain(host: string): Promise<void> {
    const known = this.opened.find((each) => each.host === host);
    if (known) await this.visit(known);
  }

  private note(host: string): Opened {
    const opened = { host, box: this.box, times: 0 };
    this.opened.push(opened);
    return opened;
  }

  private async visit(opened: Opened): Promise<LabPage> {
    const open = () => {
      opened.times += 1;
      return this.browser.open(`https://${opened.host}:${this.lab.port}/`);
    };
    // A machine that is busy with something else may take longer than the harness waits.
    const tab = await open().catch(open);
    this.tabs.push(tab);
    if (this.tabs.length > MOST_TABS) await this.tabs.shift()?.close();
    return tab;
  }

  private async kept(hosts: string, seq: number): Promise<void> {
    const isKept = async () => (await this.last()) >= seq;
    await poll("the record", isKept, PATIENCE).catch(() => this.late.push(`${hosts}: not kept`));
  }

  /** Waits until the icon says what stands before a host, as far as the browser shows that; it is in the journal's hands then. */
  private async told(host: string, { tabId }: LabPage): Promise<void> {
    const text = this.browser.name === "firefox" || this.box === "listed" ? BADGES[this.box] : "";
    if (text === "") return;
    const badge = `chrome.action.getBadgeText({ tabId: ${tabId} }).catch(() => "closed")`;
    const isTold = async () => [text, "closed"].includes(await this.browser.inExtension<string>(badge));
    await poll("the warning", isTold, PATIENCE).catch(() => this.late.push(`${host}: not told`));
  }

  private last(): Promise<number> {
    return poll("the journal's rest", () => this.browser.inExtension<number | null>(LAST), PATIENCE);
  }

  private async say(message: string): Promise<void> {
    const isDone = await this.browser.inExtension<boolean>(`chrome.runtime.sendMessage(${message})`);
    if (!isDone) this.late.push(`${message}: could not be done`);
  }

  private async look(page: string): Promise<void> {
    const tab = await this.browser.openExtensionPage(`extension/${page}/index.html`);
    await tab.waitFor({ selector: "h1" }, PATIENCE);
    await tab.close();
  }
}
