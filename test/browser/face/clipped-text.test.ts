import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { inTurn } from "../browsers.ts";
import { setLook } from "../change-settings.ts";
import type { ExtensionPage } from "../harness/lab-browser.ts";
import { facesOf, pagesOf } from "./faces.ts";
import { PSEUDO, withPseudoLocale } from "./pseudo-locale.ts";
import { type Stage, setStage } from "./stage.ts";

const SIZES = [
  { what: "320 px wide", width: 320, textSize: "100%" },
  { what: "640 px wide with text of twice the size", width: 640, textSize: "200%" },
];

describe.each(inTurn("chromium"))("text longer by two fifths, with accents, in %s", (name) => {
  let stage: Stage;

  beforeAll(async () => {
    const { folder, [name === "chromium" ? "chrome" : "firefox"]: extension } = inject("labBuild");
    stage = await setStage({ name, folder, extension: await withPseudoLocale(extension) });
    await setLook(stage.browser, { language: PSEUDO });
  });

  afterAll(() => stage?.close());

  it("is cut off nowhere, unfolded too", async () => {
    const found: string[] = [];
    for (const face of facesOf(pagesOf(inject("labBuild").chrome))) {
      const page = await face.reach(stage);
      for (const { what, width, textSize } of SIZES) {
        await page.resize(width);
        found.push(
          ...(await clipped(page, textSize)).map((element) => `${face.page}, ${face.state}, ${what}: ${element}`),
        );
      }
      await page.close();
      await face.leave?.(stage);
    }
    expect(found).toEqual([]);
  }, 600_000);
});

/** The elements of a page that reach out of the window, or hide a part of their text. */
function clipped(page: ExtensionPage, textSize: string): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    document.documentElement.style.fontSize = "${textSize}";
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
