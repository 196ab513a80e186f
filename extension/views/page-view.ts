import type { Assessment } from "../../src/detection/assessment.ts";
import type { RootAnswer } from "../../src/detection/memory.ts";
import type { Observation, Source, UnseenReason } from "../../src/detection/observation.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import type { OwnSubject } from "../../src/watchlist/own-entry.ts";
import type { Trouble } from "../journal-store/stored.ts";
import type { Failure } from "../platform/failures.ts";
import type { Quiet } from "../settings/quiet.ts";
import type { Situation } from "./situation.ts";

/** What is known of the page in a tab. */
export interface PageView {
  readonly tabId: number;
  /** The verdict on the first of `hosts`, which the badge shows unless the user has quieted it. */
  readonly verdict: Verdict;
  /**
   * The one that decides the verdict first, then the others: the page's own, then worst first. Empty for pages without a connection. A
   * host has an entry for the page's connections and another for a probe, when both say something.
   */
  readonly hosts: readonly HostView[];
  /** Why nothing is known when `hosts` is empty; null otherwise. */
  readonly unseen: UnseenReason | null;
  /** Whether Inspect can be offered: `available`; `not-for-this-page`: no https host, or one that the browser refused; `absent`: this browser or package has none, for any page. */
  readonly inspect: "available" | "absent" | "not-for-this-page";
  /** The certificate that the page offered; null when it offered none. */
  readonly offer: OfferView | null;
  /** Whether a page of ours that names what was found here may open: from a private window Chrome opens it in a normal one, and in its history. */
  readonly mayOpenPages: boolean;
  /** The day on which the watchlist's facts were last collected, such as "2026-11-21". */
  readonly listDate: string;
  /** Whether all of it is made up, by a drill. */
  readonly isDrill: boolean;
  /** What the steps to take depend on that the first of `hosts` calls for. */
  readonly situation: Situation;
  /** What went wrong with the journal, until the user has said to have seen it; null when nothing did. */
  readonly trouble: Trouble | null;
  /** What the browser does not do for Rootwatch now. */
  readonly failures: readonly Failure[];
}

/** A certificate that a site sent in the place of a page. */
export interface OfferView {
  /** Of the file. */
  readonly url: string;
  readonly host: string;
  /** Whether the browser was kept from taking it, so that it can still be let through. */
  readonly isHeld: boolean;
  /**
   * Whether it can be asked for `again`, or why not: `after-form`: it was the answer to a form, which would be sent again; `in-page`: the
   * page itself held it.
   */
  readonly reading: "again" | "after-form" | "in-page";
  /** Whether it is made up, so that there is nothing to ask for. */
  readonly isDrill: boolean;
}

/** What is known of one host that the page touched. */
export interface HostView {
  readonly host: string;
  /** True for the document in the address bar, false for what it loads. */
  readonly isPage: boolean;
  /** True for a connection of the page just before, which sent the tab on by itself. */
  readonly isBefore: boolean;
  readonly connection: Observation["connection"];
  readonly basis: Observation["basis"];
  readonly outcome: Observation["outcome"];
  readonly source: Source;
  /** Why no certificate was seen; null when one was, or the browser stopped the connection. */
  readonly unseen: UnseenReason | null;
  /** The browser's own name of its refusal, for example "ERR_CERT_AUTHORITY_INVALID"; null when it refused nothing. */
  readonly errorCode: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly assessment: Assessment;
  /** Who put the added root there, as the user answered; null without an answer or such a root. */
  readonly rootAnswer: RootAnswer | null;
  /** The root of the chain, where the user could watch it; null when no root was seen, or the project lists it already. */
  readonly root: RootView | null;
  /** By what the user has quieted this; null when it speaks. */
  readonly quietedBy: Quiet | null;
}

export interface RootView {
  readonly subject: OwnSubject;
  /** Whether a public programme ships or shipped it, so that most sites would be marked. */
  readonly isPublic: boolean;
  /** What the user calls it; null when it is not in the own list. */
  readonly ownName: string | null;
}
