import type { LabBrowser } from "../harness/lab-browser.ts";
import { poll } from "../harness/poll.ts";
import { mayAdminister, removePolicy, setPolicy } from "../managed-policy.ts";
import type { Face } from "./face.ts";
import { openPlain } from "./open-plain.ts";

let file = "";

/** What an administrator has set, in a running Chromium; none where this account may not set anything. */
export const MANAGED_FACES: readonly Face[] = mayAdminister
  ? [
      {
        page: "options",
        state: "managed",
        reach: async ({ browser, unlistedRoot }) => {
          file = await setPolicy(browser, {
            leastAlertLevel: "block",
            leastKeptDays: 90,
            // It cannot be set, which the page says.
            keeping: "evidence",
            recipients: [{ name: "The newsroom", recipient: `age1${"q".repeat(58)}` }],
            ownList: [{ name: "The office's box", certificate: unlistedRoot }],
          });
          await watched(browser, 1);
          return openPlain(browser, "options");
        },
        leave: async ({ browser }) => {
          await removePolicy(file);
          await watched(browser, 0);
        },
      },
    ]
  : [];

/** Chromium looks at what an administrator has set when it has rested for some seconds. */
async function watched(browser: LabBrowser, entries: number): Promise<void> {
  const asked = `chrome.runtime.sendMessage({ type: "get-own-list" }).then((it) => it.managed.length === ${entries})`;
  await poll("what the administrator set", () => browser.inExtension<boolean>(asked), 60_000);
}
