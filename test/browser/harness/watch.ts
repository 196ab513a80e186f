/** Expression for the extension that has the background started, if it is not running, and waits for its answer. */
export const WAKE = `chrome.runtime.sendMessage({ type: "get-own-list" }).then(() => "awake")`;

/** What the extension's background and pages are seen to do from the time on when the watch was begun. */
export interface Watch {
  /** What the background holds once garbage was collected, in bytes; it is woken when it was away. */
  heap(): Promise<number>;
  /** Every error and every rejection that nobody handled, in the background and in pages, in the browser's words. */
  complaints(): Promise<readonly string[]>;
}
