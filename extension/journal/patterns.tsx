import type { ComponentChild } from "preact";
import { VERDICTS, type Verdict } from "../../src/detection/verdict.ts";

/** Side of the square that is repeated, in pixels. */
const SIDE = 6;

/** What tells the verdicts apart where colours do not: the worse, the fuller. */
const MARKS: Readonly<Record<Verdict, ComponentChild>> = {
  intercepted: <rect class="mark-area" width={SIDE} height={SIDE} />,
  suspected: <path class="mark-line" d="M-1 1 1-1M0 6 6 0M5 7 7 5" />,
  refused: <path class="mark-line" d="M0 1H6M0 4H6" />,
  listed: <circle class="mark-area" cx={3} cy={3} r={1.4} />,
  "added-root": <path class="mark-line" d="M3 0V6" />,
  "nothing-found": null,
  "not-inspected": <path class="mark-line" d="M-1 5 1 7M0 0 6 6M5-1 7 1" />,
};

/** With what a verdict's part of a bar is filled, by `Patterns`. */
export const fillOf = (verdict: Verdict): string => `url(#fill-${verdict})`;

/** What fills the bars; it stands once in the page and is not seen by itself. */
export function Patterns() {
  return (
    <svg class="visually-hidden" width={0} height={0} aria-hidden="true">
      <defs>
        {VERDICTS.map((verdict) => (
          <pattern
            key={verdict}
            id={`fill-${verdict}`}
            data-verdict={verdict}
            width={SIDE}
            height={SIDE}
            patternUnits="userSpaceOnUse"
          >
            <rect class="mark-ground" width={SIDE} height={SIDE} />
            {MARKS[verdict]}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
