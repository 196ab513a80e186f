import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { poll } from "./harness/poll.ts";

const ALL = "<all_urls>";

/** Gives and takes what the user can in the browser's own pages: to which sites an extension has access. */
export class SiteAccess {
  private readonly browser: LabBrowser;
  private page: ExtensionPage | null = null;

  constructor(browser: LabBrowser) {
    this.browser = browser;
  }

  /** Leaves access to one host and its ports alone, or gives it everywhere. */
  async give(where: string): Promise<void> {
    const pattern = where === "everywhere" ? ALL : `https://${where}/*`;
    await (this.browser.name === "chromium" ? this.giveInChromium(pattern) : this.giveInFirefox(pattern));
  }

  async close(): Promise<void> {
    await this.page?.close();
  }

  private async giveInChromium(pattern: string): Promise<void> {
    const id = await this.browser.inExtension<string>("chrome.runtime.id");
    this.page ??= await this.browser.open("chrome://extensions");
    const hostAccess = pattern === ALL ? "ON_ALL_SITES" : "ON_SPECIFIC_SITES";
    const change = JSON.stringify({ extensionId: id, hostAccess });
    await this.page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${change})`);
    if (pattern !== ALL) await this.page.evaluate(`chrome.developerPrivate.addHostPermission("${id}", "${pattern}")`);
  }

  private async giveInFirefox(pattern: string): Promise<void> {
    this.page ??= await this.browser.openExtensionPage("extension/options/index.html");
    const origins = (one: string) => JSON.stringify({ origins: [one] });
    if (pattern !== ALL) await this.page.evaluate(`browser.permissions.remove(${origins(ALL)})`);
    // Firefox gives it on a press alone.
    await this.page.evaluate(
      `(addEventListener("click", () => { browser.permissions.request(${origins(pattern)}); }, { once: true }), 1)`,
    );
    await this.page.click("h1");
    const contains = `browser.permissions.contains(${origins(pattern)})`;
    await poll("the access", () => this.page?.evaluate<boolean>(contains) ?? Promise.resolve(false));
  }
}
