import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chainFor, connectionUnder, journalOf, makeWorld } from "../evidence/journal.ts";
import { inTurn, launch } from "./browsers.ts";
import { choose, makeFile, openExport, saveFile } from "./export-page.ts";
import { giveFiles } from "./form-fields.ts";
import type { ExtensionPage, LabBrowser } from "./harness/lab-browser.ts";
import { seedJournal } from "./seed-journal.ts";

const HARM = `"><img src=x onerror="globalThis.harmed=1"><script>globalThis.harmed=1</script>`;
const HOSTILE = [HARM, "=HYPERLINK(1)", "../../etc/passwd", "\u202Egpj.exe", "a\u2028b\u0007", "n".repeat(2000)];

/** Nothing ran, nothing was built of it, and nothing steers the text. */
async function expectHarmless(page: ExtensionPage): Promise<void> {
  expect(await page.evaluate("globalThis.harmed === undefined")).toBe(true);
  expect(await page.evaluate(`document.querySelectorAll("img, body script").length`)).toBe(0);
  const text = await page.evaluate<string>("document.body.textContent");
  for (const steering of ["\u202E", "\u2028", "\u0007"]) expect(text).not.toContain(steering);
}

describe.each(inTurn("firefox"))("hostile strings in evidence in %s", (name) => {
  let browser: LabBrowser;

  beforeAll(async () => {
    browser = await launch(name, []);
    const world = await makeWorld();
    const chain = await chainFor("hostile.example", world.interceptor);
    const records = [];
    const certificates = new Map<string, Uint8Array>();
    for (const [index, text] of HOSTILE.entries()) {
      const said = { host: text, site: text, network: { provider: text, line: text, note: text } };
      const evidence = await connectionUnder(world, chain, { ...said, at: Date.UTC(2026, 9, 3, 8, index) });
      records.push(evidence.content);
      for (const [sha256, der] of evidence.certificates) certificates.set(sha256, der);
    }
    await seedJournal(browser, { records: await journalOf(records), certificates });
  });

  afterAll(() => browser?.close());

  it("harm neither the page that exports them nor the page that checks them", async () => {
    const page = await openExport(browser);
    await page.waitFor({ selector: ".record-box" });
    await expectHarmless(page);
    expect(await page.text()).toContain("\\u202egpj.exe");
    await choose(page, "preset", "newsroom");
    await choose(page, "protection", "none");
    await makeFile(page);
    await page.click(".raw summary");
    await page.waitFor({ selector: ".raw-line" });
    await expectHarmless(page);
    const bundle = await saveFile(browser, page);
    await page.close();

    const verify = await browser.openExtensionPage("extension/verify/index.html");
    await verify.waitFor({ selector: "button.verify" });
    await giveFiles(verify, "input[name=bundles]", Object.fromEntries(HOSTILE.map((text) => [text, bundle])));
    await verify.click("button.verify");
    await verify.waitFor({ selector: ".together" }, 30_000);
    await expectHarmless(verify);
    await verify.close();
  });
});
