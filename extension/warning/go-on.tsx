import { useState } from "preact/hooks";
import { goOn } from "../components/ask-alerts.ts";
import { Section } from "../components/section.tsx";
import { Sentence } from "../components/sentence.tsx";
import { useFocus } from "../components/use-focus.ts";
import { t } from "../platform/translate.ts";

interface Props {
  readonly id: string;
  readonly host: string;
}

/** The way on to the site: what it means, and a second press. */
export function GoOn({ id, host }: Props) {
  const [step, setStep] = useState<"not-asked" | "asked" | "cancelled">("not-asked");
  if (step === "asked") return <Sure id={id} host={host} onCancel={() => setStep("cancelled")} />;
  return (
    <p>
      <button
        type="button"
        class="quiet go-on"
        // What was focused before is gone: without this a keyboard would be back at the top of the page.
        ref={(button) => {
          if (step === "cancelled") button?.focus();
        }}
        onClick={() => setStep("asked")}
      >
        {t("warning_go_on")}
      </button>
    </p>
  );
}

function Sure({ id, host, onCancel }: Props & { readonly onCancel: () => void }) {
  const [unanswered, setUnanswered] = useState(false);
  const meaning = useFocus<HTMLParagraphElement>();
  return (
    <Section title={t("warning_go_on")} level={2}>
      <p ref={meaning} tabIndex={-1}>
        <Sentence message="warning_go_on_means" parts={[host]} />
      </p>
      <p class="presses">
        <button type="button" class="quiet cancel" onClick={onCancel}>
          {t("own_cancel")}
        </button>
        <button type="button" class="quiet go-on-sure" onClick={() => void goOn(id).catch(() => setUnanswered(true))}>
          {t("warning_go_on_sure")}
        </button>
      </p>
      <p role="status">{unanswered && t("popup_no_answer")}</p>
    </Section>
  );
}
