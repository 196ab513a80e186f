/** How long the page before may take to answer, in milliseconds: this one stays until then. */
const PATIENCE = 4000;

/** Goes back to the page before this one and the site it stands for; to a blank page where there is none. */
export function leave(steps: number): void {
  const blank = () => location.replace("about:blank");
  if (history.length <= steps) {
    blank();
    return;
  }
  history.go(-steps);
  // Where the history does not reach back so far nothing happens, and the person must not be left standing here.
  const fallback = setTimeout(blank, PATIENCE);
  addEventListener("pagehide", () => clearTimeout(fallback));
}
