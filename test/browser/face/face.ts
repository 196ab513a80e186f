import type { ExtensionPage } from "../harness/lab-browser.ts";
import type { Stage } from "./stage.ts";

/** A page of the extension in a state in which a person meets it. */
export interface Face {
  /** The page's folder under extension/. */
  readonly page: string;
  /** The state, in lower case with hyphens; no two of a page have the same. */
  readonly state: string;
  /** Opens the page and brings it there; the caller closes it. May be called again. */
  reach(stage: Stage): Promise<ExtensionPage>;
  /** Undoes what other pages would show of it; called after the page was closed. */
  leave?(stage: Stage): Promise<void>;
}
