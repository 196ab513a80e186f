import { VERDICTS, type Verdict } from "../../src/detection/verdict.ts";
import { badness, FIRST_QUIET, type HostRecord, type Visit } from "./visit.ts";

/**
 * The records of a visit, the one that decides its verdict first: the page's own host, unless something was found on another that is
 * worse. Then the page's own, then worst first. What a page's connections did not show is left out once a probe has shown it.
 */
export function rankedRecords(visit: Visit | null): HostRecord[] {
  const records = Object.values(visit?.hosts ?? {});
  const isPage = (record: HostRecord) => isOwn(visit, record);
  const ranked = records
    .filter((record) => !isReplacedByProbe(record, records))
    .toSorted((a, b) => Number(isPage(b)) - Number(isPage(a)) || badness(a) - badness(b));
  // That the browser refused something the page loads is told, but nothing was sent, and it says nothing about the page.
  const decisive = ranked.filter((record) => record.part === "page" || record.outcome !== "stopped");
  const worst = decisive.toSorted((a, b) => badness(a) - badness(b))[0];
  if (!worst || badness(worst) >= FIRST_QUIET) return ranked;
  return [worst, ...ranked.filter((record) => record !== worst)];
}

/** The verdict on a visit; `not-inspected` without one, and where only other hosts than the page's own were seen and nothing found. */
export function visitVerdict(visit: Visit | null): Verdict {
  const [first] = rankedRecords(visit);
  const speaks = first && (isOwn(visit, first) || badness(first) < FIRST_QUIET);
  return speaks ? first.assessment.verdict : "not-inspected";
}

/**
 * What the toolbar icon says of a visit: its verdict, unless the user has quieted what that rests on; then the worst that was not
 * quieted, if anything, and otherwise `silent`.
 */
export function loudVerdict(
  visit: Visit | null,
  isQuieted: (record: HostRecord) => boolean,
): { readonly verdict: Verdict; readonly silent: boolean } {
  const [first] = rankedRecords(visit);
  const verdict = visitVerdict(visit);
  if (!visit || !first || !isQuieted(first)) return { verdict, silent: false };
  const others = Object.entries(visit.hosts).filter(([, record]) => !isQuieted(record));
  const loud = visitVerdict({ ...visit, hosts: Object.fromEntries(others) });
  return VERDICTS.indexOf(loud) < FIRST_QUIET ? { verdict: loud, silent: false } : { verdict, silent: true };
}

/** Whether a record is of the very document that the address bar names, not of a redirect to it or of what it loads. */
export function isOwn(visit: Visit | null, { part, host }: HostRecord): boolean {
  return part === "page" && host === visit?.origin.host;
}

/** "The browser did not show it" is no news any more when a probe has shown it. */
function isReplacedByProbe(record: HostRecord, all: readonly HostRecord[]): boolean {
  const isAboutIt = ({ host, connection }: HostRecord) => host === record.host && connection === "probe";
  return record.connection === "page" && record.basis === "none" && all.some(isAboutIt);
}
