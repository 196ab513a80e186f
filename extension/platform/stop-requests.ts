import { browser } from "./browser.ts";
import { noting } from "./failures.ts";

/** What is stopped before it is sent: one host, by its exact name, or some domains with everything below them. */
export type Stopped = { readonly host: string } | { readonly domains: readonly string[] };

type Rules = Parameters<typeof browser.declarativeNetRequest.updateSessionRules>[0]["addRules"];

const WITHIN_PAGES = [
  "sub_frame",
  "stylesheet",
  "script",
  "image",
  "font",
  "object",
  "xmlhttprequest",
  "ping",
  "media",
  "websocket",
  "other",
] as const;

/**
 * Has the browser itself stop requests, so that nothing slips by while the background is stopped. Whatever was stopped before and is not
 * named now passes again. What our own background fetches for the user passes.
 * @param lasting until taken back; @param passing until the browser is closed.
 */
export function stopRequests(lasting: readonly Stopped[], passing: readonly Stopped[]): Promise<void> {
  const { declarativeNetRequest: rules } = browser;
  return noting("blocking", async () => {
    await rules.updateDynamicRules({
      removeRuleIds: (await rules.getDynamicRules()).map(({ id }) => id),
      addRules: rulesFor(lasting),
    });
    await rules.updateSessionRules({
      removeRuleIds: (await rules.getSessionRules()).map(({ id }) => id),
      addRules: rulesFor(passing),
    });
  });
}

function rulesFor(stopped: readonly Stopped[]): NonNullable<Rules> {
  const own = new URL(browser.runtime.getURL("")).host;
  return stopped
    .flatMap((each) => {
      const addresses =
        "host" in each ? { regexFilter: addressesOf(each.host) } : { requestDomains: [...each.domains] };
      return [
        { ...addresses, resourceTypes: ["main_frame" as const] },
        { ...addresses, resourceTypes: [...WITHIN_PAGES], excludedInitiatorDomains: [own] },
      ];
    })
    .map((condition, index) => ({ id: index + 1, action: { type: "block" }, condition }));
}

/** Every URL of a host, whatever its scheme and port. */
function addressesOf(host: string): string {
  const name = host.replaceAll(/[^a-z0-9-]/gi, String.raw`\$&`);
  return String.raw`^[a-z]+://([^/?#]*@)?\[?${name}[\].]?([:/?#]|$)`;
}
