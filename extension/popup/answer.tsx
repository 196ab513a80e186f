import { HostileText } from "../components/hostile-text.tsx";
import { NextSteps } from "../components/next-steps.tsx";
import { Sentence } from "../components/sentence.tsx";
import { VerdictIcon } from "../components/verdict-icon.tsx";
import { wordsFor } from "../components/words-for.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { HostView, PageView } from "../views/page-view.ts";

interface Props {
  readonly view: PageView;
  readonly subject: HostView | undefined;
}

/** The verdict in words, what it means and what to do now. */
export function Answer({ view, subject }: Props) {
  const verdict = subject?.assessment.verdict ?? view.verdict;
  const unseen = view.unseen ?? subject?.unseen;
  const { headline, meaning, steps } = wordsFor(verdict, subject);
  return (
    <header class="answer" data-verdict={verdict}>
      <VerdictIcon verdict={verdict} />
      <div class="headline" aria-live="polite">
        {subject && (
          <p class="host">
            <HostileText text={subject.host} />
          </p>
        )}
        <h1>{t(headline)}</h1>
      </div>
      <div class="explanation">
        {subject && !subject.isPage && (
          <p>
            <Sentence message={subject.isBefore ? "subject_before" : "subject_other_host"} parts={[subject.host]} />
          </p>
        )}
        {meaning && <p>{t(meaning)}</p>}
        {unseen && <p>{t(messageKey("reason_unseen", unseen))}</p>}
        {subject?.connection === "probe" && <p>{t("subject_probe")}</p>}
        {subject?.outcome === "stopped" && verdict !== "refused" && <p>{t("outcome_stopped")}</p>}
        <NextSteps steps={steps} assessment={subject?.assessment ?? null} situation={view.situation} />
        {verdict === "intercepted" && !view.mayOpenPages && <p class="muted">{t("popup_private")}</p>}
      </div>
    </header>
  );
}
