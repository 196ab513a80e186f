import { VERDICTS } from "../../src/detection/verdict.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { Found } from "./days.ts";
import { fillOf } from "./patterns.tsx";

/** Side of a sample, in pixels. */
const SIDE = 14;

/** What the patterns and colours of the bars mean, of those that are there. */
export function Legend({ found }: { readonly found: readonly Found[] }) {
  const present = new Set(found.flatMap((each) => each.map(([verdict]) => verdict)));
  return (
    <ul class="legend" aria-label={t("records_legend")}>
      {VERDICTS.filter((verdict) => present.has(verdict)).map((verdict) => (
        <li key={verdict}>
          <svg width={SIDE} height={SIDE} aria-hidden="true">
            <rect
              data-verdict={verdict}
              class="piece"
              width={SIDE - 1}
              height={SIDE - 1}
              x={0.5}
              y={0.5}
              fill={fillOf(verdict)}
            />
          </svg>
          {t(messageKey("verdict", verdict))}
        </li>
      ))}
    </ul>
  );
}
