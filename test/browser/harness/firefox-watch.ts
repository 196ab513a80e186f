import type { Privileged } from "./firefox-privileges.ts";
import { poll } from "./poll.ts";
import type { Watch } from "./watch.ts";

/** Firefox notes it of a page or a background that was ended while it waited for something, as a soak does on purpose. */
const ENDED = /^Promise (resolved|rejected) after context unloaded/;

/** The browser's console holds no more than a few hundred messages, so what is told is kept apart. */
const LISTEN = (address: string) => `
  window.toldByExtension = [];
  Services.console.registerListener({
    observe(message) {
      const isError = message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag);
      if (isError && !${ENDED}.test(message.errorMessage) && message.sourceName.startsWith(${JSON.stringify(address)})) {
        window.toldByExtension.push(message.sourceName + ":" + message.lineNumber + ": " + message.errorMessage);
      }
    },
  });`;

/** What about:memory shows of the background's page once memory was asked back, in this process and the extension's. */
const MEASURE = (extensionHost: string) => `
  const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
  Services.obs.notifyObservers(null, "child-mmu-request");
  await new Promise((done) => manager.minimizeMemoryUsage(done));
  let bytes = 0;
  const report = (process, path, kind, units, amount) => {
    const isBackground = path.includes(${JSON.stringify(extensionHost)}) && path.includes("_generated_background_page");
    if (isBackground && units === Ci.nsIMemoryReporter.UNITS_BYTES) bytes += amount;
  };
  await new Promise((done) => manager.getReports(report, null, done, null, false));
  return bytes;`;

/** Listens to the browser's own console, where it writes what scripts threw and nobody caught. */
export async function watchFirefox(
  privileged: Privileged,
  extensionHost: string,
  wake: () => Promise<unknown>,
): Promise<Watch> {
  await privileged(LISTEN(`moz-extension://${extensionHost}/`));
  return {
    complaints: () => privileged<string[]>("return window.toldByExtension;"),
    heap: () =>
      poll("the background's memory", async () => {
        await wake();
        // It can end in the middle.
        return (await privileged<number>(MEASURE(extensionHost))) || null;
      }),
  };
}
