import { useEffect, useState } from "preact/hooks";
import { getWarning } from "../components/ask-alerts.ts";
import { AuthorityCard } from "../components/authority-card.tsx";
import { nameOfAuthority } from "../components/authority-name.ts";
import { DrillMark } from "../components/drill-mark.tsx";
import { Findings } from "../components/findings.tsx";
import { HostileText } from "../components/hostile-text.tsx";
import { NextSteps } from "../components/next-steps.tsx";
import { onSessionRecords } from "../components/on-session-records.ts";
import { Section } from "../components/section.tsx";
import { useFocus } from "../components/use-focus.ts";
import { VerdictIcon } from "../components/verdict-icon.tsx";
import { warningSteps } from "../components/words-for.ts";
import { t } from "../platform/translate.ts";
import type { WarningView } from "../views/alerts-view.ts";
import { GoOn } from "./go-on.tsx";
import { leave } from "./leave.ts";

type State = WarningView | "loading" | "out-of-date" | "unanswered";

/** The page in the place of one that somebody else can read and change: whose key, why, what to do, and the two ways on. */
export function WarningPage({ id }: { readonly id: string }) {
  const [view, setView] = useState<State>("loading");
  useEffect(() => {
    const orElse = (state: State) => (known: State) => (typeof known === "object" ? known : state);
    const load = () =>
      getWarning(id).then(
        (answer) => setView(answer ?? orElse("out-of-date")),
        () => setView(orElse("unanswered")),
      );
    void load();
    return onSessionRecords(() => void load());
  }, [id]);
  if (view === "loading") return <p role="status">{t("popup_loading")}</p>;
  if (view === "out-of-date" || view === "unanswered") return <Unknown why={view} />;
  return <Warning id={id} view={view} />;
}

function Unknown({ why }: { readonly why: "out-of-date" | "unanswered" }) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {t(why === "out-of-date" ? "warning_out_of_date_title" : "warning_page_title")}
      </h1>
      <p>{t(why === "out-of-date" ? "warning_out_of_date" : "page_no_answer")}</p>
      <p class="presses">
        <LeaveButton steps={1} />
      </p>
    </main>
  );
}

function Warning({ id, view }: { readonly id: string; readonly view: WarningView }) {
  const { host, seen, stopped, steps, isDrill, situation } = view;
  const heading = useFocus<HTMLHeadingElement>();
  const reasons = seen?.assessment.findings.filter(({ rule }) => rule !== "not-inspected") ?? [];
  return (
    <main data-verdict="intercepted">
      {isDrill && <DrillMark />}
      <header class="warning-head">
        <VerdictIcon verdict="intercepted" />
        <div>
          <p class="host">
            <HostileText text={host} />
          </p>
          <h1 ref={heading} tabIndex={-1}>
            {t(stopped === "target" ? "warning_target_headline" : "verdict_intercepted")}
          </h1>
        </div>
      </header>
      <p>{t(EXPLANATIONS[stopped ?? "seen"])}</p>
      <p class="presses">
        <LeaveButton steps={steps} />
      </p>
      <NextSteps
        steps={warningSteps(stopped !== null, seen)}
        assessment={seen?.assessment ?? null}
        situation={situation}
      />
      <Holder view={view} />
      {reasons.length > 0 && (
        <Section title={t("findings_title")} level={2}>
          <Findings findings={reasons} />
        </Section>
      )}
      <GoOn id={id} host={host} />
    </main>
  );
}

/** What has happened to the page that was asked for. */
const EXPLANATIONS = { seen: "warning_sent", host: "warning_stopped", target: "warning_target_stopped" } as const;

function Holder({ view: { authority, seen } }: { readonly view: WarningView }) {
  const known = authority === null ? undefined : nameOfAuthority(authority);
  if (authority === null || !known) return null;
  const naming = seen?.assessment.findings.find((finding) => finding.authority === authority);
  return <AuthorityCard id={authority} authority={known} match={naming?.match ?? null} />;
}

function LeaveButton({ steps }: { readonly steps: number }) {
  return (
    <button type="button" class="leave" onClick={() => leave(steps)}>
      {t("warning_leave")}
    </button>
  );
}
