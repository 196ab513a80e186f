import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { LANGUAGES, type Look, THEMES } from "../extension/settings/look.ts";
import { setLook } from "../test/browser/change-settings.ts";
import { facesOf, pagesOf } from "../test/browser/face/faces.ts";
import { MANAGED_FACES } from "../test/browser/face/managed-faces.ts";
import { type Stage, setStage } from "../test/browser/face/stage.ts";
import { THOUSANDS } from "../test/browser/face/thousands.ts";
import { buildForLab } from "../test/browser/lab-build.ts";
import { ensureBrowsers } from "./ensure-browsers.ts";

const OUT = resolve("out");
const WIDTHS = [320, 400, 1200];
/** What the README shows: the upper part of a popup. */
const OF_README = { page: "popup", state: "intercepted", file: "docs/pictures/popup.png", width: 400, height: 640 };
const USAGE = `npm run screenshots -- [--page NAME]… [--language en|ru|kk]… [--theme light|dark]… [--firefox]
Takes pictures of every page in its states, or of those named, into out/screenshots/, and makes the README's picture again.`;

/** Takes a picture of every page in every state, language, theme and width, in a real browser in the lab. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      page: { type: "string", multiple: true },
      language: { type: "string", multiple: true, default: [...LANGUAGES] },
      theme: { type: "string", multiple: true, default: [...THEMES] },
      firefox: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  await ensureBrowsers();
  const build = await buildForLab(join(OUT, "lab"));
  const name = values.firefox ? "firefox" : "chromium";
  const extension = values.firefox ? build.firefox : build.chrome;
  const pages = pagesOf(extension).filter((page) => values.page?.includes(page) ?? true);
  const folder = join(OUT, "screenshots", name);
  await mkdir(folder, { recursive: true });
  const stage = await setStage({ name, extension, folder: build.folder });
  try {
    // First, because its record is not there any more when a page was shown with an emptied journal.
    if (!values.firefox) await takeForReadme(stage);
    for (const language of LANGUAGES.filter((each) => values.language.includes(each))) {
      for (const theme of THEMES.filter((each) => values.theme.includes(each))) {
        await takeAll(stage, pages, { language, theme }, folder);
      }
    }
  } finally {
    await stage.close();
  }
  console.log(`The pictures are in ${folder}.`);
}

async function takeForReadme(stage: Stage): Promise<void> {
  await setLook(stage.browser, { language: "en", theme: "light" });
  const face = facesOf([OF_README.page]).find(({ state }) => state === OF_README.state);
  const page = await face?.reach(stage);
  await page?.screenshot(resolve(OF_README.file), OF_README);
}

async function takeAll(stage: Stage, pages: readonly string[], look: Required<Look>, folder: string): Promise<void> {
  await setLook(stage.browser, look);
  const others = [THOUSANDS, ...(stage.browser.name === "chromium" ? MANAGED_FACES : [])];
  for (const face of [...facesOf(pages), ...others.filter(({ page }) => pages.includes(page))]) {
    const page = await face.reach(stage);
    for (const width of WIDTHS) {
      const file = `${face.page}-${face.state}-${look.language}-${look.theme}-${width}.png`;
      await page.screenshot(join(folder, file), { width, dark: look.theme === "dark" });
    }
    await page.close();
    await face.leave?.(stage);
    console.log(`${face.page}, ${face.state}: ${look.language}, ${look.theme}`);
  }
}

await main();
