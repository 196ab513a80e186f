import type { Quiet } from "../settings/quiet.ts";
import type { AlertLevel } from "../settings/settings.ts";
import type { HostView } from "./page-view.ts";
import type { Situation } from "./situation.ts";

/** What the warning page is told. */
export interface WarningView {
  /** The site in the place of which it stands. */
  readonly host: string;
  /** What was seen there; null when it was stopped before anything could be seen. */
  readonly seen: HostView | null;
  /** Why nothing was sent this time: the host is blocked, or it is one of the default targets; null when the page itself was asked for. */
  readonly stopped: BlockView["kind"] | null;
  /** Identifier of the authority whose key was met; null where none is named. */
  readonly authority: string | null;
  /** How many steps back in the tab's history the page before lies. */
  readonly steps: number;
  /** Whether all of it is made up. */
  readonly isDrill: boolean;
  readonly situation: Situation;
}

/** What is set about alerts, and what follows from it now. */
export interface AlertsView {
  readonly level: AlertLevel;
  readonly stopped: readonly BlockView[];
  readonly quiet: readonly Quiet[];
}

/** A host to which nothing goes until the user lets it. */
export interface BlockView {
  /** `target`: one of the default targets, with everything below it, for as long as this network lasts. */
  readonly kind: "host" | "target";
  readonly host: string;
  readonly authority: string | null;
  /** Milliseconds since 1970; null for a target. */
  readonly at: number | null;
}
