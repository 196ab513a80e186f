import type { CertificateSummary } from "../../src/certificate/summary.ts";
import type { Assessment } from "../../src/detection/assessment.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import type { Situation } from "../views/situation.ts";
import { KeepRecord } from "./keep-record.tsx";
import { formatMoment } from "./local-format.ts";
import { RemovalLink } from "./removal-link.tsx";
import { VpnLink } from "./vpn-link.tsx";

interface Props {
  /** As of `wordsFor`. */
  readonly steps: readonly MessageKey[];
  /** What the steps are about; null where nothing was seen. */
  readonly assessment: Assessment | null;
  readonly situation: Situation;
}

/** What to do now, in order: one thing as a sentence, several as a numbered list. */
export function NextSteps({ steps, assessment, situation }: Props) {
  if (steps.length === 0) return null;
  const root = assessment?.root ? assessment.certificates[assessment.root.certificate] : undefined;
  const parts = steps.map((step) => <Step key={step} step={step} root={root} situation={situation} />);
  return (
    <div class="advice">
      <h2>{t("advice_title")}</h2>
      {parts.length === 1 ? (
        parts
      ) : (
        <ol class="next-steps">
          {parts.map((part) => (
            <li key={part.key}>{part}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

interface StepProps {
  readonly step: MessageKey;
  readonly root: CertificateSummary | undefined;
  readonly situation: Situation;
}

function Step({ step, root, situation }: StepProps) {
  const { keySince } = situation;
  return (
    <>
      <p>
        {step === "step_passwords" && keySince !== null ? t("step_passwords_since", formatMoment(keySince)) : t(step)}
      </p>
      {step === "step_keep" && <KeepRecord situation={situation} />}
      {(step === "step_remove" || step === "advice_added_root") && <RemovalLink certificate={root} />}
      {step === "step_mobile" && <VpnLink />}
    </>
  );
}
