import { browser } from "./browser.ts";

const KEY = "inspect-wish";

/**
 * Has the keyboard shortcut open the popup with Inspect at hand; nothing is inspected until the button there is pressed. To be called in
 * the first turn of the event loop.
 */
export function listenForInspectShortcut(): void {
  // Firefox for Android has no shortcuts.
  browser.commands?.onCommand.addListener(() => void openInspect().catch(() => null));
}

async function openInspect(): Promise<void> {
  await browser.storage.session.set({ [KEY]: true });
  await browser.action.openPopup();
}

/** Whether the popup was opened for Inspect; asked once, it is no longer so. */
export async function takeInspectWish(): Promise<boolean> {
  const { [KEY]: wished } = await browser.storage.session.get(KEY);
  if (wished === true) await browser.storage.session.remove(KEY);
  return wished === true;
}
