import { addedRootKey } from "../../src/detection/added-root-key.ts";
import { t } from "../platform/translate.ts";
import type { HostView } from "../views/page-view.ts";
import { HostileText } from "./hostile-text.tsx";
import { Section } from "./section.tsx";

const ANSWERS = [
  { answer: "software", label: "question_software" },
  { answer: "work-or-school", label: "question_work_or_school" },
  { answer: "told-to", label: "question_told_to" },
  { answer: "unknown", label: "question_unknown" },
] as const;

export type Answer = (typeof ANSWERS)[number]["answer"];

interface Props {
  readonly host: HostView;
  readonly onAnswer: (rootKey: string, answer: Answer) => void;
}

/** Asks who put an added root on this device, which no certificate tells. Nothing is asked about a root of the list. */
export function RootQuestion({ host: { assessment, rootAnswer }, onAnswer }: Props) {
  const key = addedRootKey(assessment);
  if (key === null || assessment.findings.some(({ match }) => match !== null)) return null;
  const root = assessment.findings.find(({ rule }) => rule === "added-root");
  return (
    <Section title={t("question_title")} level={2}>
      {root?.details[0] !== undefined && (
        <p class="muted">
          <HostileText text={root.details[0]} />
        </p>
      )}
      <fieldset class="answers">
        <legend class="visually-hidden">{t("question_title")}</legend>
        {ANSWERS.map(({ answer, label }) => (
          <label key={answer} class="answer-choice">
            <input
              type="radio"
              name="root-answer"
              checked={rootAnswer === answer}
              onChange={() => onAnswer(key, answer)}
            />
            {t(label)}
          </label>
        ))}
      </fieldset>
      <p class="muted">{t("question_scope")}</p>
    </Section>
  );
}
