import { writeFile } from "node:fs/promises";
import type { Condition, LabPage, Shot, Visit } from "./lab-browser.ts";
import { evaluateJson, type Key, type PageDriver, type Step } from "./page-driver.ts";
import { poll } from "./poll.ts";
import { visitOf } from "./visit.ts";

/** A tab, driven in the same way in both browsers. */
export class DrivenPage implements LabPage {
  readonly tabId: number;
  readonly #driver: PageDriver;

  constructor(tabId: number, driver: PageDriver) {
    this.tabId = tabId;
    this.#driver = driver;
  }

  goto(url: string): Promise<Visit> {
    return this.#navigate({ to: url });
  }

  reload(): Promise<Visit> {
    return this.#navigate("reload");
  }

  back(): Promise<Visit> {
    return this.#navigate("back");
  }

  async acceptRisk(): Promise<Visit> {
    const { error, refused } = visitOf(await this.#driver.failure());
    if (!refused) throw new Error(`there is no refused certificate to accept at ${await this.url()} (${error})`);
    return visitOf(await this.#driver.acceptRisk());
  }

  url(): Promise<string> {
    return this.#driver.url();
  }

  evaluate<T>(expression: string): Promise<T> {
    return evaluateJson<T>(expression, (text) => this.#driver.evaluateText(text));
  }

  text(): Promise<string> {
    return this.evaluate<string>("document.body.innerText");
  }

  async click(selector: string): Promise<void> {
    // Nobody presses what a page lets be seen only when all of it is there.
    await this.waitFor({ expression: isNotTransparent(selector) });
    const point = await this.evaluate<{ x: number; y: number } | string>(locate(selector));
    if (typeof point === "string") throw new Error(`cannot press ${selector}: ${point}\n${await this.text()}`);
    await this.#driver.press(point.x, point.y);
    // Where the press led the tab elsewhere or closed it, there is nothing left to ask, and it landed.
    const hit = await this.evaluate<string | null>("globalThis.hitInstead ?? null").catch(() => null);
    if (hit !== null) throw new Error(`the press on ${selector} hit ${hit}\n${await this.text()}`);
  }

  pressKey(key: Key): Promise<void> {
    return this.#driver.pressKey(key);
  }

  resize(width: number | null): Promise<void> {
    return this.#driver.resize(width);
  }

  async waitFor(condition: Condition, timeoutMs = 30_000): Promise<void> {
    const test = testOf(condition);
    try {
      await poll(JSON.stringify(condition), () => this.evaluate<boolean>(test), timeoutMs);
    } catch (error) {
      throw new Error(`${(error as Error).message}; ${await this.url()} shows:\n${await this.text()}`, {
        cause: error,
      });
    }
  }

  async screenshot(file: string, shot: Shot): Promise<void> {
    const height = async () => shot.height ?? (await this.evaluate<number>("document.documentElement.scrollHeight"));
    await writeFile(file, await this.#driver.capture(shot.width, height, shot.dark ?? false));
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  async #navigate(step: Step): Promise<Visit> {
    return visitOf(await this.#driver.navigate(step));
  }
}

function testOf(condition: Condition): string {
  if ("expression" in condition) return `Boolean(await (${condition.expression}))`;
  if ("text" in condition)
    return `document.body !== null && document.body.innerText.includes(${JSON.stringify(condition.text)})`;
  return `document.querySelector(${JSON.stringify(condition.selector)})?.checkVisibility() === true`;
}

/** Where to press an element, or why not; and has the page note whether the press that follows lands on it, for a page that moves lets it miss. */
function isNotTransparent(selector: string): string {
  return `((element) => !element?.checkVisibility() || element.checkVisibility({ opacityProperty: true }))(
    document.querySelector(${JSON.stringify(selector)}))`;
}

function locate(selector: string): string {
  return `(() => {
    const wanted = () => document.querySelector(${JSON.stringify(selector)});
    const describe = (hit) => hit?.outerHTML.slice(0, 80) ?? "nothing";
    const element = wanted();
    if (element === null) return "no such element";
    if (element.disabled === true) return "it is disabled";
    if (!element.checkVisibility({ visibilityProperty: true })) return "it is invisible";
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = element.getBoundingClientRect();
    const point = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    const covering = document.elementFromPoint(point.x, point.y);
    if (!element.contains(covering)) return "it is covered by " + describe(covering);
    globalThis.hitInstead = describe(null);
    const note = ({ target }) => {
      // It may have been drawn anew, and a press on a box has changed it before anybody is told.
      const landed = element.contains(target) || wanted()?.contains(target);
      globalThis.hitInstead = landed ? null : describe(target);
    };
    addEventListener("click", note, { capture: true, once: true });
    return point;
  })()`;
}
