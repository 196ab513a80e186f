import { evaluateIn, type SendBidi } from "./bidi.ts";
import { evaluateJson } from "./page-driver.ts";

/**
 * Runs the body of an async function with the browser's own rights, in its first window, and gives the JSON it returns.
 */
export type Privileged = <T = void>(body: string) => Promise<T>;

/** @throws Error when Firefox was not started with `--remote-allow-system-access`. */
export async function privilegesOf(send: SendBidi): Promise<Privileged> {
  const { contexts } = await send<{ contexts: { context: string }[] }>("browsingContext.getTree", {
    "moz:scope": "chrome",
  });
  const window = contexts[0]?.context;
  if (window === undefined) throw new Error("Firefox has no window");
  return <T>(body: string) =>
    evaluateJson<T>(`(async () => { ${body} })()`, (expression) => evaluateIn(send, window, expression));
}

/** Statement for a privileged body that declares `tab`, the browsing context of a BiDi context. */
export function declareTab(context: string): string {
  return `const tab = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs")
    .NavigableManager.getBrowsingContextById(${JSON.stringify(context)});`;
}

/** Makes Firefox speak the language to extensions without its language pack; its own windows stay English. */
export function speak(privileged: Privileged, language: string): Promise<void> {
  const locale = JSON.stringify(language);
  return privileged(`
    Services.locale.availableLocales = [${locale}, ...Services.locale.availableLocales];
    Services.locale.requestedLocales = [${locale}];`);
}

/** Every address in the browser's history. */
export function firefoxHistory(privileged: Privileged): Promise<string[]> {
  return privileged<string[]>(`
    const { PlacesUtils } = ChromeUtils.importESModule("resource://gre/modules/PlacesUtils.sys.mjs");
    const rows = await PlacesUtils.withConnectionWrapper("read history", (database) =>
      database.execute("SELECT url FROM moz_places WHERE visit_count > 0"));
    return rows.map((row) => row.getResultByName("url"));`);
}

/** Number of tabs in all windows. */
export function countFirefoxTabs(privileged: Privileged): Promise<number> {
  return privileged<number>(`
    return [...Services.wm.getEnumerator("navigator:browser")].reduce((sum, { gBrowser }) => sum + gBrowser.tabs.length, 0);`);
}
