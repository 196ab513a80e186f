import { errorText } from "../../src/evidence/fault-text.ts";
import { problemText, statementText } from "../../src/evidence/verify/remark-text.ts";
import type { Verification } from "../../src/evidence/verify/verification.ts";
import { HostileText } from "../components/hostile-text.tsx";
import { pageSentence } from "../components/page-sentence.ts";
import { type MessageKey, t } from "../platform/translate.ts";
import type { Checked } from "./verify-files.ts";

/** What became of one file: whether it is whole, what is wrong and where, what it proves and what not. */
export function VerificationResult({ checked: { name, outcome } }: { readonly checked: Checked }) {
  const [answer, message] = answerOf(outcome);
  return (
    <section class="result" data-answer={answer}>
      <h2 class="section-title" tabIndex={-1}>
        <HostileText text={name} />
      </h2>
      <p class="answer-line">{t(message)}</p>
      {outcome.kind === "unreadable" && (
        <p>
          <HostileText text={errorText(outcome.error, pageSentence)} limit={1000} />
        </p>
      )}
      {outcome.kind === "verified" && <Remarks verification={outcome.verification} />}
    </section>
  );
}

function answerOf(outcome: Checked["outcome"]): readonly ["whole" | "broken" | "unreadable", MessageKey] {
  switch (outcome.kind) {
    case "verified":
      return outcome.verification.whole ? ["whole", "verify_whole"] : ["broken", "verify_broken"];
    case "unreadable":
      return ["unreadable", "verify_unreadable"];
    case "newer":
      return ["unreadable", "verify_newer"];
    case "needs-secret":
      return ["unreadable", "verify_needs_secret"];
    case "too-large":
      return ["unreadable", "verify_too_large"];
  }
}

function Remarks({ verification: { problems, statements } }: { readonly verification: Verification }) {
  return (
    <>
      {problems.length > 0 && (
        <>
          <h3 class="section-title">{t("verify_problems")}</h3>
          <ul class="problems">
            {problems.map((problem, index) => (
              <li key={index}>
                <bdi>{problemText(problem, pageSentence)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 class="section-title">{t("verify_statements")}</h3>
      <ul class="statements">
        {statements.map((said, index) => (
          <li key={index}>
            <bdi>{statementText(said, pageSentence)}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
