import * as v from "valibot";
import { timeText } from "../../src/certificate/time.ts";
import { OwnEntry, type OwnSubject } from "../../src/watchlist/own-entry.ts";
import type { OwnWords } from "./own-words-fields.tsx";

/** An entry made now. @throws ValiError when a name is missing or something is too long, which the fields do not let through. */
export function newOwnEntry(subject: OwnSubject, { name, why }: OwnWords, fromChain: boolean): OwnEntry {
  const added = timeText(Math.floor(Date.now() / 1000) * 1000);
  return v.parse(OwnEntry, { ...subject, name: name.trim(), why: why.trim(), added, fromChain });
}
