import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Look } from "../../../extension/settings/look.ts";
import { setLook } from "../change-settings.ts";
import type { ExtensionPage } from "../harness/lab-browser.ts";
import { facesOf, pagesOf } from "./faces.ts";
import { PSEUDO, withPseudoLocale } from "./pseudo-locale.ts";
import { type Stage, setStage } from "./stage.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const THEMES = ["light", "dark"] as const;
const LOOKS: readonly Look[] = process.env.ROOTWATCH_LONG
  ? (["en", "ru", "kk"] as const).flatMap((language) => THEMES.map((theme) => ({ language, theme })))
  : [{ language: "en", theme: "light" }];
const PSEUDO_LOOKS: readonly Look[] = process.env.ROOTWATCH_LONG
  ? THEMES.map((theme) => ({ language: PSEUDO, theme }))
  : [];

describe("accessibility in chromium", () => {
  describe.each(
    [
      { locales: "the locales", looks: LOOKS, isPseudo: false },
      { locales: "the pseudo-locale", looks: PSEUDO_LOOKS, isPseudo: true },
    ].filter(({ looks }) => looks.length > 0),
  )("with $locales", ({ looks, isPseudo }) => {
    let stage: Stage;

    beforeAll(async () => {
      const { folder, chrome } = inject("labBuild");
      stage = await setStage({
        name: "chromium",
        folder,
        extension: isPseudo ? await withPseudoLocale(chrome) : chrome,
      });
    });

    afterAll(() => stage?.close());

    it.each(looks)(
      "every page in every state is without a violation: $language, $theme",
      async (look) => {
        await setLook(stage.browser, look);
        const found: string[] = [];
        for (const face of facesOf(pagesOf(inject("labBuild").chrome))) {
          const page = await face.reach(stage);
          found.push(...(await violations(page)).map((violation) => `${face.page}, ${face.state}: ${violation}`));
          await page.close();
          await face.leave?.(stage);
        }
        expect(found).toEqual([]);
      },
      600_000,
    );
  });
});

/** What axe-core finds on a page, all of it unfolded. */
async function violations(page: ExtensionPage): Promise<readonly string[]> {
  await page.evaluate(`document.querySelectorAll("details").forEach((details) => { details.open = true })`);
  await page.evaluate(`(() => { ${AXE} })()`);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}
