import { browser } from "../platform/browser.ts";
import { forgetPolicy } from "../settings/settings-in-force.ts";
import type { BlockList } from "./alerts/block-list.ts";
import type { OwnListStore } from "./own-list-store.ts";

/** Has another policy count at once. Must be called in the first turn of the event loop. Firefox reads a policy only when it starts. */
export function followPolicy(blocks: BlockList, ownList: OwnListStore): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area !== "managed") return;
    forgetPolicy();
    void blocks.enforce();
    void ownList.readPolicyAgain();
  });
}
