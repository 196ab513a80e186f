import type { Frame, Page } from "puppeteer-core";
import type { Key, PageDriver, Step } from "./page-driver.ts";
import { poll } from "./poll.ts";

const NAVIGATION_MS = 20_000;
const ERROR_PAGE = "chrome-error://chromewebdata/";

/** What was drawn in the first frame is on the screen in the second. */
const DRAWN = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

/** A tab of Chromium. */
export class ChromiumPage implements PageDriver {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    page.setDefaultNavigationTimeout(NAVIGATION_MS);
  }

  async navigate(step: Step): Promise<string | null> {
    let committed = false;
    const onCommit = (frame: Frame) => {
      committed ||= frame === this.#page.mainFrame();
    };
    this.#page.on("framenavigated", onCommit);
    try {
      if (step === "reload") await this.#page.reload();
      else if (step === "back") await this.#page.goBack();
      else await this.#page.goto(step.to);
    } catch (error) {
      const code = /net::ERR_\w+/.exec((error as Error).message)?.[0];
      if (code === undefined) throw error;
      // Nothing is shown after ERR_ABORTED; any other code is thrown a little before its error page comes.
      if (code !== "net::ERR_ABORTED") await poll(`the error page of ${code}`, async () => committed);
    } finally {
      this.#page.off("framenavigated", onCommit);
    }
    return committed ? await this.failure() : null;
  }

  async failure(): Promise<string | null> {
    if (this.#page.url() !== ERROR_PAGE) return null;
    await poll("the error page", () => this.#page.evaluate(() => document.readyState === "complete"));
    const code = /\bERR_[A-Z0-9_]+/.exec((await this.evaluateText("document.documentElement.innerText")) ?? "");
    // An answer with an error status and no body gets a page of Chromium's own that says "HTTP ERROR 404".
    return code === null ? null : `net::${code[0]}`;
  }

  async url(): Promise<string> {
    if (this.#page.url() !== ERROR_PAGE) return this.#page.url();
    const session = await this.#page.createCDPSession();
    const { entries, currentIndex } = await session.send("Page.getNavigationHistory");
    await session.detach();
    return entries[currentIndex]?.url ?? ERROR_PAGE;
  }

  evaluateText(expression: string): Promise<string | undefined> {
    return this.#page.evaluate(expression) as Promise<string | undefined>;
  }

  async press(x: number, y: number): Promise<void> {
    await this.#page.bringToFront();
    await this.#page.mouse.click(x, y);
  }

  async pressKey(key: Key): Promise<void> {
    await this.#page.bringToFront();
    await this.#page.keyboard.press(key === " " ? "Space" : key);
  }

  async resize(width: number | null): Promise<void> {
    await this.#page.setViewport(width === null ? null : { width, height: 900 });
  }

  async capture(width: number, height: () => Promise<number>, dark: boolean): Promise<Uint8Array> {
    await this.#page.bringToFront();
    await this.#page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    await this.#page.setViewport({ width, height: 1 });
    await this.#page.setViewport({ width, height: await height() });
    await this.#page.evaluate(DRAWN);
    const image = await this.#page.screenshot({ captureBeyondViewport: false });
    await this.#page.setViewport(null);
    await this.#page.emulateMediaFeatures([]);
    return image;
  }

  async acceptRisk(): Promise<string | null> {
    await this.#page.bringToFront();
    const loaded = this.#page.waitForNavigation();
    // Chromium's certificate error page takes these keys for its "proceed" link, also where it hides that link.
    await Promise.all([loaded, this.#page.keyboard.type("thisisunsafe")]);
    return this.failure();
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
