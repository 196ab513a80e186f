import { type ComponentChild, render } from "preact";
import { type MessageKey, speak, t } from "../platform/translate.ts";
import { readOwnSettings } from "../settings/stored-settings.ts";

/**
 * Shows a page of ours in the language and the theme that the user chose.
 * @param title of its tab; null for the name of the extension alone
 * @param content gives what the page shows. It is called when the language is known: a module that is still being loaded does not know it.
 */
export async function openPage(
  title: MessageKey | null,
  content: () => ComponentChild | Promise<ComponentChild>,
): Promise<void> {
  const root = document.documentElement;
  try {
    const { language, theme } = await readOwnSettings();
    if (theme) root.setAttribute("data-theme", theme);
    await speak(language);
  } catch {
    // Without its settings a page is still worth more than none.
  }
  root.lang = t("language_tag");
  if (title !== null) document.title = `${t(title)} – ${t("extension_name")}`;
  render(await content(), document.body);
}
