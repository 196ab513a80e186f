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
    const point = await this.evaluate<{ x: number; y: number } | string>(locate(selector));
    if (typeof point === "string") throw new Error(`cannot press ${selector}: ${point}\n${await this.text()}`);
    await this.#driver.press(point.x, point.y);
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

function locate(selector: string): string {
  return `(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    if (element === null) return "no such element";
    if (element.disabled === true) return "it is disabled";
    if (!element.checkVisibility({ visibilityProperty: true })) return "it is invisible";
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = element.getBoundingClientRect();
    const point = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    const hit = document.elementFromPoint(point.x, point.y);
    return element.contains(hit) ? point : "it is covered by " + (hit?.outerHTML.slice(0, 80) ?? "nothing");
  })()`;
}
