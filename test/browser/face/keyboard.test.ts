import { setTimeout as delay } from "node:timers/promises";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { describe, expect, it } from "vitest";
import { WAIT } from "../browsers.ts";
import { fill } from "../form-fields.ts";
import type { ExtensionPage } from "../harness/lab-browser.ts";
import { chromiumStage, faceCalled, facesIn } from "./chromium-stage.ts";

/** The pages on which somebody acts, tried every time; the long run tries them all. */
const ACTED_ON = ["popup intercepted", "warning intercepted", "export records", "journal records"];
/** More presses than a page has stops. */
const MOST_STOPS = 400;

describe("by keyboard alone, in chromium", () => {
  const stage = chromiumStage();

  it("every action of a page can be reached, in the order of the page, and shows that it has been", async () => {
    for (const { title, reach, leave } of facesIn(ACTED_ON)) {
      const page = await reach(stage());
      await page.evaluate(`document.querySelectorAll("details").forEach((details) => { details.open = true })`);
      const wanted = await stopsOf(page);
      const { reached, unseen } = await tabThrough(page);
      expect(reached, title).toEqual(wanted);
      expect(unseen, title).toEqual([]);
      await page.close();
      await leave?.(stage());
    }
  }, 600_000);

  it("a warning is left, and gone on from, without a mouse", async () => {
    const page = await faceCalled("warning intercepted").reach(stage());
    await focus(page, ".go-on");
    await page.pressKey("Enter");
    await page.waitFor({ selector: ".go-on-sure" });
    await focus(page, ".go-on-sure");
    await page.pressKey(" ");
    await expect.poll(() => page.url().catch(() => ""), WAIT).toContain("warned.example");
    await page.close();
  });

  it("a file is made and saved", async () => {
    const page = await faceCalled("export records").reach(stage());
    await page.waitFor({ selector: ".recipient-name" });
    await fill(page, ".recipient-name", "The desk");
    await fill(page, ".recipient-key", await identityToRecipient(await generateIdentity()));
    await focus(page, ".add-recipient");
    await page.pressKey("Enter");
    await page.waitFor({ selector: ".recipient-box:checked" });
    await focus(page, "button.make");
    await page.pressKey("Enter");
    await page.waitFor({ selector: ".preview .saving button" }, 20_000);
    await focus(page, "button.save");
    await page.pressKey(" ");
    await page.waitFor({ text: "Handed to the browser as notes.age" });
    await page.close();
  });
});

/** What can be acted on, in the order of the page; of a group of radio buttons the one at which the keyboard stops. */
const STOPS = `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled || element.tabIndex < 0) return false;
  if (element.type !== "radio") return true;
  const group = [...document.querySelectorAll('input[type=radio][name="' + element.name + '"]')];
  return element === (group.find(({ checked }) => checked) ?? group[0]);
})`;

const NAME = "(element) => element.outerHTML.slice(0, 120)";

/** What can be reached on a page, once it adds nothing more: what is unfolded may have to be read first. */
async function stopsOf(page: ExtensionPage): Promise<readonly string[]> {
  let stops: readonly string[] = [];
  for (let before = -1; before !== stops.length; await delay(500)) {
    before = stops.length;
    stops = await page.evaluate(`(${STOPS}).map(${NAME})`);
  }
  return stops;
}

/** Presses Tab until nothing new comes; gives what was reached, and those of it whose focus cannot be seen. */
async function tabThrough(page: ExtensionPage) {
  const reached: string[] = [];
  const unseen: string[] = [];
  await page.evaluate("(globalThis.reached = new Set(), globalThis.last = null, true)");
  // What was pressed last is where Tab would go on from.
  await page.evaluate(`(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  })()`);
  for (let press = 0; press < MOST_STOPS; press++) {
    await page.pressKey("Tab");
    const stop = await page.evaluate<{ name: string; isSeen: boolean } | "within" | null>(`(() => {
      const element = document.activeElement;
      if (element === last) return "within";
      if (element === null || element === document.body || reached.has(element)) return null;
      reached.add(element);
      last = element;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const isInWindow = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      return { name: (${NAME})(element), isSeen: isInWindow && outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 };
    })()`);
    if (stop === null) break;
    // A date has a stop for each of its parts.
    if (stop === "within") continue;
    reached.push(stop.name);
    if (!stop.isSeen) unseen.push(stop.name);
  }
  return { reached, unseen };
}

/** Presses Tab until an element has the focus. */
async function focus(page: ExtensionPage, selector: string): Promise<void> {
  for (let press = 0; press < MOST_STOPS; press++) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches("${selector}") === true`)) return;
    await page.pressKey("Tab");
  }
  throw new Error(`Tab never comes to ${selector}`);
}
