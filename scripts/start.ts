import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { PageView } from "../extension/views/page-view.ts";
import type { LabBrowser, LabPage, LaunchOptions } from "../test/browser/harness/lab-browser.ts";
import { launchChromium } from "../test/browser/harness/launch-chromium.ts";
import { launchFirefox } from "../test/browser/harness/launch-firefox.ts";
import { poll } from "../test/browser/harness/poll.ts";
import { buildForLab } from "../test/browser/lab-build.ts";
import { pressInspect } from "../test/browser/press-inspect.ts";
import { type Lab, startLab } from "../test/lab/lab.ts";
import { labFiles } from "../test/lab/lab-identity.ts";
import { ensureBrowsers } from "./ensure-browsers.ts";

const OUT = resolve("out");
const HOST = "www.example.com";
/** How long a browser may take to show what it found, in milliseconds. */
const PATIENCE = 10_000;

/** Lets a real browser with Rootwatch meet an interception and says what Rootwatch found. */
async function main(): Promise<void> {
  await ensureBrowsers();
  console.log("Building Rootwatch so that it knows the lab's authority, which the shipped build does not …");
  const build = await buildForLab(resolve(OUT, "lab"));
  const lab = await startLab({ folder: build.folder });
  lab.intercept();
  const roots = Object.values(labFiles(build.folder).roots);
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  try {
    if (hasDisplay) await show(lab, await launchFirefox({ extension: build.firefox, roots, headful: true }));
    else await demonstrate(lab, { chromium: build.chrome, firefox: build.firefox }, { roots });
  } finally {
    await lab.close();
  }
}

/** With a display: one browser, on an intercepted page, until it is closed or Ctrl+C is pressed. */
async function show(lab: Lab, browser: LabBrowser): Promise<void> {
  const page = await browser.open(address(lab));
  console.log(describe(browser, await viewOf(browser, page.tabId)));
  console.log(
    "Press the Rootwatch icon in the browser to see the popup. Firefox's striped bar says that a program drives it: this one.",
  );
  console.log("Close the browser or press Ctrl+C to end.");
  while (await isOpen(page)) await setTimeout(1000);
  await browser.close();
}

async function isOpen(page: LabPage): Promise<boolean> {
  return page.evaluate<boolean>("true").catch(() => false);
}

/** Without one: both browsers, one after the other, with pictures of what their popups show. */
async function demonstrate(
  lab: Lab,
  extensions: Readonly<Record<LabBrowser["name"], string>>,
  options: Pick<LaunchOptions, "roots">,
): Promise<void> {
  const summaries: string[] = [];
  for (const launch of [launchFirefox, launchChromium]) {
    const name = launch === launchFirefox ? "firefox" : "chromium";
    const browser = await launch({ ...options, extension: extensions[name] });
    try {
      const page = await browser.open(address(lab));
      if (name === "chromium") await pressInspect(browser, page.tabId);
      summaries.push(describe(browser, await viewOf(browser, page.tabId)));
      await mkdir(OUT, { recursive: true });
      const popup = await browser.openPopup(page.tabId);
      await popup.waitFor({ selector: "h1" });
      for (const dark of [false, true]) {
        await popup.screenshot(resolve(OUT, `${name}-popup-${dark ? "dark" : "light"}.png`), { width: 400, dark });
      }
    } finally {
      await browser.close();
    }
  }
  await writeFile(resolve(OUT, "summary.txt"), `${summaries.join("\n\n")}\n`);
  console.log(`${summaries.join("\n\n")}\n\nPictures of the popups and this summary are in out/.`);
}

const address = (lab: Lab) => `https://${HOST}:${lab.port}/`;

/** What the popup is told of a tab, once there is something to tell. */
function viewOf(browser: LabBrowser, tabId: number): Promise<PageView> {
  return poll(
    "a verdict on the intercepted page",
    async () => {
      const ask = `chrome.runtime.sendMessage({ type: "get-page", tabId: ${tabId} })`;
      const view = await browser.inExtension<PageView>(ask);
      return view.verdict === "not-inspected" ? false : view;
    },
    PATIENCE,
  );
}

function describe({ name }: LabBrowser, { hosts }: PageView): string {
  const [host] = hosts;
  if (!host) return `${name}: nothing was seen`;
  const { assessment } = host;
  return [
    `${name}: ${host.host}: verdict ${assessment.verdict}${assessment.authority ? `, authority ${assessment.authority}` : ""}`,
    `  seen by ${host.source}, ${host.connection === "probe" ? "on a connection of its own" : "on the page's own connection"}`,
    ...assessment.certificates.map(({ subject, sha256 }, index) => `  ${index + 1}. ${subject}  SHA-256 ${sha256}`),
    ...assessment.findings.map(({ rule, strength, reason }) => `  ${strength}: ${rule}, ${reason}`),
  ].join("\n");
}

await main();
