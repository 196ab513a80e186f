import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession } from "puppeteer-core";
import { openChromiumDesk } from "./chromium-desk.ts";
import { evaluateJson } from "./page-driver.ts";

const MANIFEST = { manifest_version: 3, name: "History reader", version: "1", permissions: ["history"] };

/**
 * Every address in Chromium's history, asked of the browser itself by an extension that is there only for the question:
 * the history file lags ten seconds behind.
 */
export async function chromiumHistory(session: CDPSession, temporary: string): Promise<string[]> {
  const folder = await mkdtemp(join(temporary, "history-"));
  await writeFile(join(folder, "manifest.json"), JSON.stringify(MANIFEST));
  const { id } = await session.send("Extensions.loadUnpacked", { path: folder });
  const desk = await openChromiumDesk(session, id);
  try {
    const search = `chrome.history.search({ text: "", startTime: 0, maxResults: 100000 })`;
    return await evaluateJson<string[]>(`${search}.then((items) => items.map((item) => item.url))`, desk.evaluate);
  } finally {
    await desk.close();
    await session.send("Extensions.uninstall", { id });
    await rm(folder, { recursive: true });
  }
}
