import { useEffect, useState } from "preact/hooks";
import { Advice } from "../components/advice.tsx";
import { getWarning } from "../components/ask-alerts.ts";
import { AuthorityCard } from "../components/authority-card.tsx";
import { nameOfAuthority } from "../components/authority-name.ts";
import { DrillMark } from "../components/drill-mark.tsx";
import { Findings } from "../components/findings.tsx";
import { HostileText } from "../components/hostile-text.tsx";
import { Section } from "../components/section.tsx";
import { VerdictIcon } from "../components/verdict-icon.tsx";
import { t } from "../platform/translate.ts";
import type { WarningView } from "../views/alerts-view.ts";
import { GoOn } from "./go-on.tsx";
import { leave } from "./leave.ts";

type State = WarningView | "loading" | "out-of-date";

/** The page in the place of one that somebody else can read and change: whose key, why, what to do, and the two ways on. */
export function WarningPage({ id }: { readonly id: string }) {
  const [view, setView] = useState<State>("loading");
  useEffect(() => {
    const show = (answer: WarningView | null | undefined) => setView(answer ?? "out-of-date");
    getWarning(id).then(show, () => show(null));
  }, [id]);
  if (view === "loading") return <p role="status">{t("popup_loading")}</p>;
  if (view === "out-of-date") {
    return (
      <main>
        <p role="status">{t("warning_out_of_date")}</p>
        <LeaveButton steps={1} />
      </main>
    );
  }
  return <Warning id={id} view={view} />;
}

function Warning({ id, view }: { readonly id: string; readonly view: WarningView }) {
  const { host, seen, stopped, steps, isDrill } = view;
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
          <h1>{t(stopped === "target" ? "warning_target_headline" : "verdict_intercepted")}</h1>
        </div>
      </header>
      <p>{t(EXPLANATIONS[stopped ?? "seen"])}</p>
      <Advice advice={stopped === null ? "advice_intercepted" : "warning_advice_stopped"} />
      <p class="presses">
        <LeaveButton steps={steps} />
      </p>
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
