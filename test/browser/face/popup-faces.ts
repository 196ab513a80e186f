import { parseCertificate } from "../../../src/certificate/parse.ts";
import type { Verdict } from "../../../src/detection/verdict.ts";
import { certificateSubject } from "../../../src/watchlist/own-entry.ts";
import type { LabPage } from "../harness/lab-browser.ts";
import { poll } from "../harness/poll.ts";
import { pressInspect } from "../press-inspect.ts";
import { derOf } from "./der-of.ts";
import type { Face } from "./face.ts";
import type { Stage } from "./stage.ts";

const LISTED = popupOf("listed", async ({ lab, visit }, tab) => {
  lab.intercept({ root: "unlisted" });
  await visit(tab, "office.example.com");
});

/** The popup with each of the verdicts. */
export const POPUP_FACES: readonly Face[] = [
  popupOf("intercepted", async ({ lab, visit }, tab) => {
    lab.intercept();
    await visit(tab, "mail.example.com");
  }),
  popupOf("nothing-found", async ({ lab, visit }, tab) => {
    lab.passThrough();
    await visit(tab, "news.example.com");
  }),
  {
    // Chromium shows the page's own host alone, on a press; with what it refused; Firefox all but that, of which one is intercepted.
    page: "popup",
    state: "several-hosts",
    reach: async (stage) => {
      const { browser, lab } = stage;
      const tab = await stage.tab("several-hosts", async (opened) => {
        lab.intercept();
        const others = [`img.example:${lab.port}`, `cdn.example:${lab.originPort}`, `ads.example:${stage.strangePort}`];
        await opened.goto(`https://portal.example:${lab.originPort}/with-images?count=6&hosts=${others}`);
        if (browser.name === "chromium") await pressInspect(browser, opened.tabId);
        const seen = `chrome.runtime.sendMessage({ type: "get-page", tabId: ${opened.tabId} }).then((it) => it.hosts.length)`;
        const all = browser.name === "chromium" ? 2 : 3;
        await poll("the hosts of a page", async () => (await browser.inExtension<number>(seen)) === all);
      });
      return stage.popup(tab, browser.name === "chromium" ? "nothing-found" : "intercepted");
    },
  },
  popupOf("not-inspected", async ({ lab }, tab) => {
    await tab.goto(`http://plain.example:${lab.httpPort}/`);
  }),
  popupOf("refused", async ({ strangePort }, tab) => {
    await tab.goto(`https://shop.example:${strangePort}/`);
  }),
  popupOf("added-root", async ({ lab, visit }, tab) => {
    lab.intercept({ root: "unlisted" });
    await visit(tab, "intranet.example.com");
  }),
  {
    ...LISTED,
    reach: async (stage) => {
      await watchUnlisted(stage);
      return LISTED.reach(stage);
    },
    leave: forgetUnlisted,
  },
  {
    page: "popup",
    state: "suspected",
    reach: async (stage) => {
      const tab = await stage.tab("suspected", async (opened) => {
        stage.lab.intercept({ root: "unlisted" });
        await stage.visit(opened, "social.example.com");
      });
      await answerAboutUnlisted(stage, tab.tabId, "told-to");
      return stage.popup(tab, "suspected");
    },
    leave: async (stage) => {
      await answerAboutUnlisted(stage, (await stage.tab("suspected", async () => {})).tabId, "unknown");
      // Then the question is as open in what is shown next as it is to whoever meets it first.
      await stage.browser.inExtension(`chrome.storage.local.remove("rootAnswers").then(() => true)`);
    },
  },
];

/** Puts the root that is on no list on the user's own. */
export async function watchUnlisted({ browser, unlistedRoot }: Stage): Promise<void> {
  const subject = await certificateSubject(parseCertificate(derOf(unlistedRoot)));
  const words = { name: "The office's box", why: "From the IT department", added: "2026-11-21T10:00:00Z" };
  const entries = [{ ...subject, ...words, fromChain: false }];
  const message = JSON.stringify({ type: "add-own-entries", entries, publicConfirmed: false });
  await browser.inExtension(`chrome.runtime.sendMessage(${message})`);
}

/** Takes it off again. */
export async function forgetUnlisted({ browser, unlistedRoot }: Stage): Promise<void> {
  const { spkiSha256, sha256 } = await certificateSubject(parseCertificate(derOf(unlistedRoot)));
  const message = JSON.stringify({ type: "remove-own-entry", entry: { spkiSha256, sha256 } });
  await browser.inExtension(`chrome.runtime.sendMessage(${message})`);
}

/** Says in the popup of a tab who put that root on the device. */
async function answerAboutUnlisted({ browser, unlistedRoot }: Stage, tabId: number, answer: string): Promise<void> {
  const { spkiSha256: rootKey } = await certificateSubject(parseCertificate(derOf(unlistedRoot)));
  const message = JSON.stringify({ type: "answer-root", tabId, rootKey, answer });
  await browser.inExtension(`chrome.runtime.sendMessage(${message}).then(() => true)`);
}

/** The popup of a tab in which something was seen once. */
function popupOf(state: Verdict, meet: (stage: Stage, tab: LabPage) => Promise<void>): Face {
  return {
    page: "popup",
    state,
    reach: async (stage) => stage.popup(await stage.tab(state, (tab) => meet(stage, tab)), state),
  };
}
