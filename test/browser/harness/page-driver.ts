/** The few things a page is done to that each browser does in its own way; `DrivenPage` builds the rest on them. */
export interface PageDriver {
  /**
   * Starts the navigation and waits for its end. Gives the code of the error page it led to, or null when it led to a
   * page or to nothing at all (204, a download). @throws Error when it does not end within 20 seconds.
   */
  navigate(step: Step): Promise<string | null>;
  /**
   * The browser's code of the error page now shown; null for any other page, its own one about an HTTP status included.
   */
  failure(): Promise<string | null>;
  url(): Promise<string>;
  /** Evaluates an expression to a string, awaited if it is a promise. */
  evaluateText(expression: string): Promise<string | undefined>;
  /** Mouse press at a point of the viewport, in CSS pixels. */
  press(x: number, y: number): Promise<void>;
  /** Presses a key in the tab in front. */
  pressKey(key: Key): Promise<void>;
  /** Gives the page a viewport of this width, in CSS pixels, and a usual height; null: the window's own again. */
  resize(width: number | null): Promise<void>;
  /** Brings the tab to the front with this viewport and colour scheme, and takes a PNG of it. */
  capture(width: number, height: () => Promise<number>, dark: boolean): Promise<Uint8Array>;
  /** Stores an exception for the refused certificate and loads the page; the result is as that of `navigate`. */
  acceptRisk(): Promise<string | null>;
  close(): Promise<void>;
}

/** A key that leads through a page, as `KeyboardEvent.key` names it. */
export type Key = "Tab" | "Enter" | " " | "Escape";

export type Step = { readonly to: string } | "reload" | "back";

/** Wraps an expression so that its JSON comes back as a string, and parses that string. */
export async function evaluateJson<T>(
  expression: string,
  evaluateText: (expression: string) => Promise<string | undefined>,
): Promise<T> {
  const json = await evaluateText(`(async () => JSON.stringify(await (${expression})))()`);
  return (json === undefined ? undefined : JSON.parse(json)) as T;
}
