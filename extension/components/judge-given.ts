import compiledWatchlist from "virtual:watchlist";
import { type FileError, readCertificateFile } from "../../src/certificate/read-file.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import { suppliedObservation } from "../../src/detection/supplied.ts";
import { drillWatchlist } from "../../src/drill/drill.ts";
import { loadWatchlist } from "../../src/watchlist/watchlist.ts";
import { withOwnList } from "../../src/watchlist/with-own-list.ts";
import { watchedIn } from "../views/own-list-view.ts";
import { getOwnList } from "./ask-own-list.ts";
import type { Judged } from "./host-details.tsx";

/** What became of a file or a text. */
export interface JudgedFile extends Judged {
  /** What was read, DER. */
  readonly ders: readonly Uint8Array[];
  /** What could not be read; the rest was judged all the same. */
  readonly errors: readonly FileError[];
  /** The day on which the watchlist's facts were last collected. */
  readonly listDate: string;
}

const shipped = loadWatchlist(compiledWatchlist);

/**
 * Judges the certificates in some bytes here in the page, by the shipped watchlist and the user's own. Nothing is sent, and nothing that
 * was seen before counts. Never rejects on account of the bytes.
 * @param host the name that they are supposed to stand for, lower case; null when not given.
 * @param isDrill whether they are made up, and count as listed.
 * @throws Error when the background does not answer.
 */
export async function judgeGiven(bytes: Uint8Array, host: string | null, isDrill = false): Promise<JudgedFile> {
  const known = withOwnList(shipped, watchedIn(await getOwnList()));
  const { certificates, errors } = readCertificateFile(bytes);
  const watchlist = isDrill ? await drillWatchlist(known, "intercepted", certificates) : known;
  const observation = suppliedObservation(certificates, host, Date.now());
  const { basis, source, connection, at } = observation;
  const assessment = await assess(observation, watchlist, NO_MEMORY);
  const ders = certificates.map(({ der }) => der);
  return { basis, source, connection, at, assessment, ders, errors, listDate: watchlist.date };
}
