import { browser } from "../platform/browser.ts";
import { forgetPolicy } from "../settings/settings-in-force.ts";
import { SETTINGS_KEY } from "../settings/stored-settings.ts";

/** Calls `listener` whenever the user or an administrator has set something else, until the returned function is called. */
export function onSettingsChanged(listener: () => void): () => void {
  const receive = (changes: object, area: string) => {
    if (area === "managed") forgetPolicy();
    if (area === "managed" || (area === "local" && SETTINGS_KEY in changes)) listener();
  };
  browser.storage.onChanged.addListener(receive);
  return () => browser.storage.onChanged.removeListener(receive);
}
