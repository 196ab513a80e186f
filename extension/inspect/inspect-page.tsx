import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type JudgedFile as Given, judgeGiven } from "../components/judge-given.ts";
import { JudgedFile } from "../components/judged-file.tsx";
import { NotLookedAt } from "../components/not-looked-at.tsx";
import { t } from "../platform/translate.ts";
import { GivenForm } from "./given-form.tsx";

/** The page that judges a text or a file, in this browser and nowhere else. */
export function InspectPage() {
  const [judged, setJudged] = useState<Given | null>(null);
  const [unanswered, setUnanswered] = useState(false);
  const result = useRef<HTMLDivElement>(null);
  const turn = useRef(0);
  // What a press has brought stands below the form; whoever does not see it must be taken there.
  useLayoutEffect(() => result.current?.querySelector<HTMLElement>("h2")?.focus(), [judged]);

  const judge = async (bytes: Uint8Array, host: string | null) => {
    turn.current += 1;
    const current = turn.current;
    try {
      const answer = await judgeGiven(bytes, host);
      // A second press may be answered before the first; only the last counts.
      if (current !== turn.current) return;
      setUnanswered(false);
      setJudged(answer);
    } catch {
      setUnanswered(true);
    }
  };

  return (
    <main>
      <header class="page-head">
        <h1>{t("given_title")}</h1>
        <p>{t("given_what")}</p>
        <p class="muted">{t("given_local")}</p>
      </header>
      <GivenForm onGiven={(bytes, host) => void judge(bytes, host)} />
      {unanswered && <p role="alert">{t("popup_no_answer")}</p>}
      <div ref={result}>{judged && <JudgedFile judged={judged} origin="given_supplied" />}</div>
      {judged && <NotLookedAt open={judged.assessment.verdict === "nothing-found"} listDate={judged.listDate} />}
    </main>
  );
}
