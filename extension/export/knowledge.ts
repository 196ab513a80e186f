import dossiers from "virtual:dossiers";
import compiledWatchlist from "virtual:watchlist";
import type { EntrySources } from "../../src/evidence/bundle/used-entries.ts";
import { type Messages, type Sentence, sentencesOf } from "../../src/evidence/sentence.ts";
import { ownListOf } from "../../src/watchlist/own-list.ts";
import { loadWatchlist } from "../../src/watchlist/watchlist.ts";
import { getOwnList } from "../components/ask-own-list.ts";
import { browser } from "../platform/browser.ts";
import type { Choices } from "./choices.ts";

/** What this Rootwatch knows, the user's own list too. @throws Error when the background does not answer. */
export async function entrySources(): Promise<EntrySources> {
  return {
    dossiers,
    watchlist: loadWatchlist(compiledWatchlist),
    ownList: ownListOf((await getOwnList()).entries),
  };
}

/** The sentences of Rootwatch in any of its languages; the browser itself gives those of its own language alone. */
export async function sentencesIn(language: Choices["language"]): Promise<Sentence> {
  const file = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  return sentencesOf((await file.json()) as Messages);
}
