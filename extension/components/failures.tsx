import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../platform/failures.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { askAgain } from "./ask-again.ts";
import { formatMoment } from "./local-format.ts";

/** What the browser does not do for Rootwatch now, and what works all the same; nothing while all is well. */
export function Failures({ failing }: { readonly failing: readonly Failure[] }) {
  if (failing.length === 0) return null;
  return (
    <section class="card failures" role="alert">
      {failing.map(({ service, since }) => (
        <p key={service} class="failure" data-service={service}>
          {t(messageKey("failure", service), formatMoment(since))}{" "}
          {service === "access" && (
            <a href="../welcome/index.html#needs" target="_blank" rel="noopener">
              {t("failure_access_link")}
            </a>
          )}
        </p>
      ))}
    </section>
  );
}

/** The same, for a page that is told of nothing else. @param after whenever it is another, the background is asked again. */
export function AskedFailures({ after }: { readonly after?: unknown }) {
  const [failing, setFailing] = useState<readonly Failure[]>([]);
  // That the background does not answer is said where its answer is needed.
  useEffect(() => void askAgain<readonly Failure[]>({ type: "get-failures" }).then(setFailing, () => null), [after]);
  return <Failures failing={failing} />;
}
