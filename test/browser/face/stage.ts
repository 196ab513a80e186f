import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import type { Verdict } from "../../../src/detection/verdict.ts";
import { createRoot } from "../../lab/certification-authority.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { labFiles } from "../../lab/lab-identity.ts";
import { issueLeaf } from "../../lab/leaf.ts";
import { setAlertLevel } from "../change-settings.ts";
import type { ExtensionPage, LabBrowser, LabPage } from "../harness/lab-browser.ts";
import { launchChromium } from "../harness/launch-chromium.ts";
import { launchFirefox } from "../harness/launch-firefox.ts";
import { pressInspect } from "../press-inspect.ts";

/** A browser with Rootwatch in a lab, in which every page can be brought into the states that a person meets. */
export interface Stage {
  readonly browser: LabBrowser;
  readonly lab: Lab;
  /** Of a server whose certificates no browser trusts. */
  readonly strangePort: number;
  /** PEM of the lab's listed root. */
  readonly listedRoot: string;
  /** PEM of a root that is trusted here and on no list. */
  readonly unlistedRoot: string;
  /** A tab for each name, opened and prepared at the first call and left open. */
  tab(name: string, prepare: (tab: LabPage) => Promise<void>): Promise<LabPage>;
  /** The popup of a tab, once it says this verdict. */
  popup(tab: LabPage, verdict: Verdict): Promise<ExtensionPage>;
  /** Goes to a site and has it inspected where the browser shows nothing by itself. */
  visit(tab: LabPage, host: string): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly name: LabBrowser["name"];
  /** Folder of the unpacked lab build for this browser. */
  readonly extension: string;
  /** The lab's folder. */
  readonly folder: string;
}

/** Sets the stage; the alerts go as far as the badge, so that intercepted pages stay. */
export async function setStage({ name, extension, folder }: StageOptions): Promise<Stage> {
  const lab = await startLab({ folder });
  const { roots } = labFiles(folder);
  const launch = name === "chromium" ? launchChromium : launchFirefox;
  const browser = await launch({ extension, roots: Object.values(roots), privateWindows: true });
  await setAlertLevel(browser, "badge");
  const strangers = await startStrangers();
  const tabs = new Map<string, LabPage>();
  const popup = async (tab: LabPage, verdict: Verdict) => {
    const page = await browser.openPopup(tab.tabId);
    await page.waitFor({ selector: `.answer[data-verdict=${verdict}]` });
    return page;
  };
  return {
    browser,
    lab,
    strangePort: strangers.port,
    listedRoot: await readFile(roots.interception, "utf8"),
    unlistedRoot: await readFile(roots.unlisted, "utf8"),
    popup,
    async tab(title, prepare) {
      const known = tabs.get(title);
      if (known) return known;
      const opened = await browser.open("about:blank");
      await prepare(opened);
      tabs.set(title, opened);
      return opened;
    },
    async visit(tab, host) {
      await tab.goto(`https://${host}:${lab.port}/`);
      if (name === "chromium") await pressInspect(browser, tab.tabId);
    },
    async close() {
      await browser.close();
      strangers.close();
      await lab.close();
    },
  };
}

async function startStrangers() {
  const root = await createRoot({ name: "CN=Rootwatch Lab Nobody's Root,C=ZZ", algorithm: "ec" });
  const leaf = await issueLeaf(root, { hosts: ["shop.example"], algorithm: "ec" }, false);
  const server = createServer(leaf);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
