import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";

const PAGE = "extension/check/index.html";

/** Opens the page that checks a network, with these hosts ticked and no others. */
export async function openCheck(browser: LabBrowser, targets: readonly string[], query = ""): Promise<ExtensionPage> {
  const page = await browser.openExtensionPage(PAGE + query);
  await page.waitFor({ selector: ".targets" });
  for (const _ of DEFAULTS) await page.click("input[name=target]:checked");
  for (const target of targets) {
    await fill(page, ".other-target", target);
    await page.click(".add-target .add");
    await page.waitFor({ selector: `input[name=target][value="${target}"]:checked` });
  }
  return page;
}

/** Presses the button and waits until the check has ended. */
export async function pressCheck(page: ExtensionPage): Promise<void> {
  await page.click(".targets .start");
  await page.waitFor({ selector: ".check-progress:not([data-ending=running])" }, 70_000);
}

/** What the page says of a host before more is opened. */
export function lineOf(page: ExtensionPage, target: string): Promise<string> {
  return page.evaluate(`document.querySelector('[data-target="${target}"] .host-line').innerText`);
}

/** The hosts that are ticked from the beginning. */
export const DEFAULTS = ["google.com", "youtube.com", "facebook.com", "instagram.com", "vk.com", "mail.ru"];

/** Puts a text into a field, as typing does. */
export function fill(page: ExtensionPage, selector: string, text: string): Promise<boolean> {
  return page.evaluate(`(() => {
    const field = document.querySelector(${JSON.stringify(selector)});
    field.value = ${JSON.stringify(text)};
    return field.dispatchEvent(new Event("input", { bubbles: true }));
  })()`);
}
