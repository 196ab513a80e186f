import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GECKO_ID } from "../../../scripts/manifest-for.ts";

/** The filter and the kind of listener are Rootwatch's own; it does nothing. */
const EMPTY_LISTENER = `browser.webRequest.onHeadersReceived.addListener(
  () => undefined, { urls: ["https://*/*", "wss://*/*"] }, ["blocking"]);`;

/**
 * Notes every getSecurityInfo with the connection it is about, in \`storage.local\`. It runs before Rootwatch's own background and
 * answers as the browser does.
 */
const COUNTER = `
const connections = new Map();
const calls = [];
browser.webRequest.onHeadersReceived.addListener(({ requestId, url, ip, cookieStoreId, proxyInfo }) => {
  connections.set(requestId, JSON.stringify([new URL(url).host, ip, cookieStoreId, proxyInfo?.host, proxyInfo?.port]));
}, { urls: ["https://*/*", "wss://*/*"] });
const { webRequest } = browser;
const ask = webRequest.getSecurityInfo;
webRequest.getSecurityInfo = (requestId, options) => {
  calls.push({ key: connections.get(requestId), at: Date.now() });
  browser.storage.local.set({ benchCalls: calls });
  return ask.call(webRequest, requestId, options);
};`;

interface Manifest {
  background: { scripts: string[] };
}

/** An extension that does nothing, and one with nothing but an empty blocking listener, each in a folder of its own. */
export async function makeExtensions(folder: string): Promise<{ readonly bare: string; readonly empty: string }> {
  const manifest = {
    manifest_version: 3,
    name: "Bench",
    version: "1",
    browser_specific_settings: { gecko: { id: GECKO_ID } },
  };
  const empty = {
    ...manifest,
    permissions: ["webRequest", "webRequestBlocking"],
    host_permissions: ["<all_urls>"],
    background: { scripts: ["background.js"] },
  };
  const [bareFolder, emptyFolder] = [join(folder, "bare"), join(folder, "empty")];
  await write(bareFolder, { "manifest.json": JSON.stringify(manifest) });
  await write(emptyFolder, { "manifest.json": JSON.stringify(empty), "background.js": EMPTY_LISTENER });
  return { bare: bareFolder, empty: emptyFolder };
}

/** A copy of the Firefox build that counts its calls. */
export async function withCounter(build: string, folder: string): Promise<string> {
  const copy = join(folder, "counting");
  await cp(build, copy, { recursive: true });
  const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8")) as Manifest;
  manifest.background.scripts.unshift("bench-counter.js");
  await write(copy, { "manifest.json": JSON.stringify(manifest), "bench-counter.js": COUNTER });
  return copy;
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}
