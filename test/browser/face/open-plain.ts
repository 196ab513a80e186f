import type { ExtensionPage, LabBrowser } from "../harness/lab-browser.ts";

/** What shows that a page has got what it waits for, where its heading does not. */
const READY: Readonly<Record<string, string>> = {
  export: "button.make, main > p a",
  journal: ".empty-journal, table.records",
  options: 'main:not(:has(> .section > .section-title + [role="status"]))',
};

/** Opens a page as it is, with a query or a fragment after its address, and waits for what it waits for. */
export async function openPlain(browser: LabBrowser, page: string, rest = ""): Promise<ExtensionPage> {
  const opened = await browser.openExtensionPage(`extension/${page}/index.html${rest}`);
  await opened.waitFor({ selector: READY[page] ?? "main h1" });
  return opened;
}
