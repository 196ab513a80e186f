import { useState } from "preact/hooks";
import { visibleText } from "../../src/certificate/visible-text.ts";
import { t } from "../platform/translate.ts";
import { ShowMore } from "./show-more.tsx";

/** As many lines are shown at once. */
const STEP = 50;

/** The very lines that leave, on demand. */
export function RawLines({ lines }: { readonly lines: readonly string[] }) {
  const [most, setMost] = useState(0);
  return (
    <details class="raw" onToggle={(event) => setMost(event.currentTarget.open ? STEP : 0)}>
      <summary>{t("preview_raw")}</summary>
      {lines.slice(0, most).map((line, index) => (
        <code key={index} class="raw-line">
          {visibleText(line, line.length)}
        </code>
      ))}
      {most > 0 && lines.length > most && <ShowMore onPress={() => setMost(most + STEP)} />}
    </details>
  );
}
