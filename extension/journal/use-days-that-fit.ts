import { useEffect, useState } from "preact/hooks";

/** Wide enough to be pressed with a finger and to hold its number, in pixels, where text has its usual size. */
const DAY_WIDTH = 26;
/** The size that browsers give to text, in pixels. */
const USUAL_TEXT = 16;
/** What stands beside the chart, and how wide the page becomes. */
const MARGINS = 32;
const WIDEST = 920;
const MOST_DAYS = 31;

/** How many days stand beside each other in a window of a width and with text of a size, both in pixels. */
export function daysThatFit(width: number, textSize = USUAL_TEXT): number {
  const dayWidth = DAY_WIDTH * Math.max(1, textSize / USUAL_TEXT);
  return Math.min(MOST_DAYS, Math.max(1, Math.floor((Math.min(width, WIDEST) - MARGINS) / dayWidth)));
}

/** The same for this window, as wide as it is now. */
export function useDaysThatFit(): number {
  const [count, setCount] = useState(daysThatFitHere);
  useEffect(() => {
    const fit = () => setCount(daysThatFitHere());
    addEventListener("resize", fit);
    return () => removeEventListener("resize", fit);
  }, []);
  return count;
}

function daysThatFitHere(): number {
  const root = document.documentElement;
  return daysThatFit(root.clientWidth, Number.parseFloat(getComputedStyle(root).fontSize));
}
