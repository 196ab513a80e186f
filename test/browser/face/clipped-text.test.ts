import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { setLook } from "../change-settings.ts";
import type { ExtensionPage } from "../harness/lab-browser.ts";
import { facesOf, pagesOf } from "./faces.ts";
import { PSEUDO, withPseudoLocale } from "./pseudo-locale.ts";
import { type Stage, setStage } from "./stage.ts";

const SIZES = [
  { what: "320 px wide", width: 320, textSize: "100%" },
  { what: "640 px wide with text of twice the size", width: 640, textSize: "200%" },
];

/** What a person in fear sees first; the long run tries every page. */
const FIRST = ["popup", "warning", "journal"];

describe("text longer by two fifths, with accents, in chromium", () => {
  let stage: Stage;

  beforeAll(async () => {
    const { folder, chrome } = inject("labBuild");
    stage = await setStage({ name: "chromium", folder, extension: await withPseudoLocale(chrome) });
    await setLook(stage.browser, { language: PSEUDO });
  });

  afterAll(() => stage?.close());

  it("is cut off nowhere, unfolded too", async () => {
    const found: string[] = [];
    for (const face of facesOf(pagesOf(inject("labBuild").chrome))) {
      if (!process.env.ROOTWATCH_LONG && !FIRST.includes(face.page)) continue;
      const page = await face.reach(stage);
      for (const { what, width, textSize } of SIZES) {
        await page.evaluate(`(document.documentElement.style.fontSize = "${textSize}", true)`);
        await page.resize(width);
        // Only a tab in front is painted.
        await page.pressKey("Escape");
        found.push(...(await clipped(page)).map((element) => `${face.page}, ${face.state}, ${what}: ${element}`));
      }
      await page.close();
      await face.leave?.(stage);
    }
    expect(found).toEqual([]);
  }, 600_000);
});

/** The elements of a page that reach out of the window, or hide a part of their text. */
function clipped(page: ExtensionPage): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    // What a page lays out by its own code it does after the browser has laid it out.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    for (const details of document.querySelectorAll("details")) details.open = true;
    const width = document.documentElement.clientWidth;
    const scrolls = (element) => element !== null
      && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const isMeantToBe = (element) => element.closest(".visually-hidden") !== null;
    const isCut = (element) => {
      const style = getComputedStyle(element);
      const over = element.scrollWidth > element.clientWidth + 1;
      const under = element.scrollHeight > element.clientHeight + 1;
      const hides = (overflow) => /hidden|clip/.test(overflow);
      return (hides(style.overflowX) && over) || (hides(style.overflowY) && under)
        || (element.matches("button") && (over || under));
    };
    const reachesOut = (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement);
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.checkVisibility() && !isMeantToBe(element) && (reachesOut(element) || isCut(element)))
      .map((element) => element.outerHTML.slice(0, 160));
  })()`);
}
