import type { ComponentChildren } from "preact";
import type { LegalDossier } from "../../src/watchlist/legal.ts";
import { LocalText } from "../components/local-text.tsx";
import { type MessageKey, t } from "../platform/translate.ts";
import { SourceList } from "./source-list.tsx";
import { Timeline } from "./timeline.tsx";

/** What is on record of a country's law, of who acts there and of what happened; each folded, for they are long. */
export function Law({ law }: { readonly law: LegalDossier | null }) {
  if (law === null) return <p>{t("law_none")}</p>;
  const { laws, bodies, timeline, caveat } = law;
  return (
    <>
      {caveat && (
        <p class="note">
          <LocalText text={caveat} />
        </p>
      )}
      <Fold label="law_timeline" count={timeline.length}>
        <Timeline events={timeline} />
      </Fold>
      <Fold label="law_laws" count={laws.length}>
        <Timeline events={laws} />
      </Fold>
      <Fold label="law_bodies" count={bodies.length}>
        <ul class="bodies">
          {bodies.map(({ text, sources }) => (
            <li key={text.en}>
              <p>
                <LocalText text={text} />
              </p>
              <SourceList sources={sources} />
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}

interface FoldProps {
  readonly label: MessageKey;
  readonly count: number;
  readonly children: ComponentChildren;
}

/** A list that opens on a press and says how long it is; nothing when it is empty. */
function Fold({ label, count, children }: FoldProps) {
  if (count === 0) return null;
  return (
    <details class="fold">
      <summary>{t(label, String(count))}</summary>
      {children}
    </details>
  );
}
