/** How long a page waits for what it opens for before it says that it waits, in milliseconds: mostly that comes sooner. */
const MOMENT = 150;

/** What is awaited, or null when that does not come within a moment. Rejects as it does. */
export function withinMoment<Thing>(awaited: Promise<Thing>): Promise<Thing | null> {
  return Promise.race([awaited, new Promise<null>((end) => setTimeout(() => end(null), MOMENT))]);
}
