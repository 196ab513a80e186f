import type { LocalText } from "../../src/watchlist/fields.ts";
import { FactText } from "./fact-text.tsx";
import type { Dated } from "./period.ts";
import { periodText } from "./period-text.ts";
import { SourceList } from "./source-list.tsx";

interface Props {
  /** What happened or holds, in the order in which it is shown. */
  readonly events: readonly (Dated & { readonly text: LocalText; readonly sources: readonly string[] })[];
}

/** Events one below the other, each with its time and its sources. */
export function Timeline({ events }: Props) {
  return (
    <ol class="timeline">
      {events.map((event) => (
        <li key={event.text.en}>
          <p class="period">{periodText(event)}</p>
          <p>
            <FactText text={event.text} />
          </p>
          <SourceList sources={event.sources} />
        </li>
      ))}
    </ol>
  );
}
