import { useState } from "preact/hooks";
import { goOn } from "../components/ask-alerts.ts";
import { Section } from "../components/section.tsx";
import { Sentence } from "../components/sentence.tsx";
import { t } from "../platform/translate.ts";

/** The way on to the site: what it means, and a second press. */
export function GoOn({ id, host }: { readonly id: string; readonly host: string }) {
  const [asked, setAsked] = useState(false);
  const [unanswered, setUnanswered] = useState(false);
  if (!asked) {
    return (
      <p>
        <button type="button" class="quiet go-on" onClick={() => setAsked(true)}>
          {t("warning_go_on")}
        </button>
      </p>
    );
  }
  return (
    <Section title={t("warning_go_on")} level={2}>
      <p>
        <Sentence message="warning_go_on_means" parts={[host]} />
      </p>
      <p class="presses">
        <button type="button" class="quiet go-on-sure" onClick={() => void goOn(id).catch(() => setUnanswered(true))}>
          {t("warning_go_on_sure")}
        </button>
        <button type="button" class="quiet" onClick={() => setAsked(false)}>
          {t("own_cancel")}
        </button>
      </p>
      {unanswered && <p role="status">{t("popup_no_answer")}</p>}
    </Section>
  );
}
