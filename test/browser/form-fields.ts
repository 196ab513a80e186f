import type { ExtensionPage } from "./harness/lab-browser.ts";

/** Puts a text into a field, as typing or pasting does. */
export function fill(page: ExtensionPage, selector: string, text: string): Promise<boolean> {
  return page.evaluate(`(() => {
    const field = document.querySelector(${JSON.stringify(selector)});
    field.value = ${JSON.stringify(text)};
    return field.dispatchEvent(new Event("input", { bubbles: true }));
  })()`);
}

/** Takes a choice of a list, as a person does. */
export function choose(page: ExtensionPage, selector: string, value: string): Promise<boolean> {
  return page.evaluate(`(() => {
    const list = document.querySelector(${JSON.stringify(selector)});
    list.value = ${JSON.stringify(value)};
    return list.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
}

/** Gives files to a file field, as choosing them does. */
export function giveFiles(
  page: ExtensionPage,
  selector: string,
  given: Readonly<Record<string, Uint8Array>>,
): Promise<boolean> {
  const files = Object.entries(given).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
  return page.evaluate(`(() => {
    const field = document.querySelector(${JSON.stringify(selector)});
    const files = new DataTransfer();
    for (const [name, base64] of ${JSON.stringify(files)}) {
      files.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    }
    field.files = files.files;
    return field.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
}
