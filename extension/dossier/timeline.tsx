import type { LocalText as Text } from "../../src/watchlist/fields.ts";
import { LocalText } from "../components/local-text.tsx";
import type { Dated } from "./period.ts";
import { periodText } from "./period-text.ts";
import { SourceList } from "./source-list.tsx";

interface Props {
  /** What happened or holds, in the order in which it is shown. */
  readonly events: readonly (Dated & { readonly text: Text; readonly sources: readonly string[] })[];
}

/** Events one below the other, each with its time and its sources. */
export function Timeline({ events }: Props) {
  return (
    <ol class="timeline">
      {events.map((event) => (
        <li key={event.text.en}>
          <p class="period">{periodText(event)}</p>
          <p>
            <LocalText text={event.text} />
          </p>
          <SourceList sources={event.sources} />
        </li>
      ))}
    </ol>
  );
}
