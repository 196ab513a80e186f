import { evaluateIn, type SendBidi } from "./bidi.ts";
import { declareTab, type Privileged } from "./firefox-privileges.ts";
import type { Key, PageDriver, Step } from "./page-driver.ts";
import { poll, within } from "./poll.ts";

const NAVIGATION_MS = 20_000;

// Firefox's own pages about an answer with an error status and no body.
const HTTP_STATUS_PAGES = ["httpErrorPage", "serverError"];

// WebDriver's code points for keys that write nothing.
const KEY_VALUES: Readonly<Record<Key, string>> = { Tab: "\uE004", Enter: "\uE007", " ": " ", Escape: "\uE00C" };

/** A tab of Firefox. */
export class FirefoxPage implements PageDriver {
  readonly #send: SendBidi;
  readonly #privileged: Privileged;
  readonly #context: string;

  constructor(send: SendBidi, privileged: Privileged, context: string) {
    this.#send = send;
    this.#privileged = privileged;
    this.#context = context;
  }

  async navigate(step: Step): Promise<string | null> {
    const what = typeof step === "string" ? step : step.to;
    const before = await this.#document();
    await within(what, NAVIGATION_MS, this.#start(step));
    const after = await poll(what, () => this.#document(), NAVIGATION_MS);
    return after === before ? null : await this.failure();
  }

  async failure(): Promise<string | null> {
    const code = await this.evaluateText(`(() => {
      if (!/^about:(certerror|neterror)/.test(document.documentURI)) return "";
      const read = (name) => document[name]?.().errorCodeString;
      const kind = new URL(document.documentURI).searchParams.get("e");
      return read("getFailedCertSecurityInfo") || read("getNetErrorInfo") || kind;
    })()`);
    return !code || HTTP_STATUS_PAGES.includes(code) ? null : code;
  }

  async url(): Promise<string> {
    const { contexts } = await this.#send<{ contexts: { url: string }[] }>("browsingContext.getTree", {
      root: this.#context,
      maxDepth: 0,
    });
    return contexts[0]?.url ?? "";
  }

  evaluateText(expression: string): Promise<string | undefined> {
    return evaluateIn(this.#send, this.#context, expression);
  }

  async press(x: number, y: number): Promise<void> {
    await this.#send("browsingContext.activate", { context: this.#context });
    const actions = [
      { type: "pointerMove", x, y },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    const mouse = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
    await this.#send("input.performActions", { context: this.#context, actions: [mouse] });
  }

  async pressKey(key: Key): Promise<void> {
    await this.#send("browsingContext.activate", { context: this.#context });
    const value = KEY_VALUES[key];
    const actions = [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ];
    await this.#send("input.performActions", {
      context: this.#context,
      actions: [{ type: "key", id: "keyboard", actions }],
    });
  }

  async resize(width: number | null): Promise<void> {
    await this.#resize(width === null ? null : { width, height: 900 });
  }

  async capture(width: number, height: () => Promise<number>, dark: boolean): Promise<Uint8Array> {
    await this.#send("browsingContext.activate", { context: this.#context });
    await this.#paint(dark ? "dark" : "light");
    await this.#resize({ width, height: 1 });
    await this.#resize({ width, height: await height() });
    const { data } = await this.#send<{ data: string }>("browsingContext.captureScreenshot", {
      context: this.#context,
    });
    await this.#resize(null);
    await this.#paint("none");
    return Buffer.from(data, "base64");
  }

  async acceptRisk(): Promise<string | null> {
    // What the error page's own button calls; its argument says whether to forget the exception with the session.
    await this.evaluateText("document.addCertException(RPMIsWindowPrivate())");
    return this.navigate("reload");
  }

  async close(): Promise<void> {
    await this.#send("browsingContext.close", { context: this.#context });
  }

  async #start(step: Step): Promise<void> {
    const target = { context: this.#context };
    try {
      if (step === "back") await this.#send("browsingContext.traverseHistory", { ...target, delta: -1 });
      else if (step === "reload") await this.#send("browsingContext.reload", { ...target, wait: "none" });
      else await this.#send("browsingContext.navigate", { ...target, url: step.to, wait: "none" });
    } catch (error) {
      // So it reports every navigation that fails; wrong commands have errors of other kinds.
      if (!(error as Error).message.includes("unknown error")) throw error;
    }
  }

  /** Tells documents apart; null while one is loading. */
  #document(): Promise<number | null> {
    return this.#privileged<number | null>(`${declareTab(this.#context)}
      return tab?.webProgress?.isLoadingDocument === false ? (tab.currentWindowGlobal?.innerWindowId ?? null) : null;`);
  }

  async #paint(scheme: "dark" | "light" | "none"): Promise<void> {
    await this.#privileged(`${declareTab(this.#context)} tab.prefersColorSchemeOverride = "${scheme}";`);
  }

  async #resize(viewport: { width: number; height: number } | null): Promise<void> {
    await this.#send("browsingContext.setViewport", { context: this.#context, viewport });
  }
}
