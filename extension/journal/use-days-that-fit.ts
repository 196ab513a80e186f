import { useEffect, useState } from "preact/hooks";

/** Wide enough to be pressed with a finger, in pixels. */
const DAY_WIDTH = 26;
/** What stands beside the chart, and how wide the page becomes. */
const MARGINS = 32;
const WIDEST = 920;
const MOST_DAYS = 31;

/** How many days stand beside each other in a window of a width, in pixels. */
export function daysThatFit(width: number): number {
  return Math.min(MOST_DAYS, Math.max(1, Math.floor((Math.min(width, WIDEST) - MARGINS) / DAY_WIDTH)));
}

/** The same for this window, as wide as it is now. */
export function useDaysThatFit(): number {
  const [count, setCount] = useState(() => daysThatFit(document.documentElement.clientWidth));
  useEffect(() => {
    const fit = () => setCount(daysThatFit(document.documentElement.clientWidth));
    addEventListener("resize", fit);
    return () => removeEventListener("resize", fit);
  }, []);
  return count;
}
