import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../platform/translate.ts";
import { SideBySideTable } from "./side-by-side-table.tsx";
import { VerificationResult } from "./verification-result.tsx";
import { type Checked, verifyFiles } from "./verify-files.ts";
import { type Given, VerifyForm } from "./verify-form.tsx";

/** The page on which a person has evidence checked that they were given, in this browser and nowhere else. */
export function VerifyPage() {
  const [checked, setChecked] = useState<readonly Checked[]>([]);
  const [isWorking, setWorking] = useState(false);
  const [unanswered, setUnanswered] = useState(false);
  const results = useRef<HTMLDivElement>(null);
  // What a press has brought stands below the form; whoever does not see it must be taken there.
  useLayoutEffect(() => results.current?.querySelector<HTMLElement>("h2")?.focus(), [checked]);

  const check = async (given: Given) => {
    setWorking(true);
    setChecked([]);
    setUnanswered(false);
    try {
      // A passphrase keeps the page busy for a second; it must be seen to have begun.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      setChecked(await verifyFiles(given));
    } catch {
      setUnanswered(true);
    }
    setWorking(false);
  };

  return (
    <main>
      <header class="page-head">
        <h1>{t("verify_title")}</h1>
        <p>{t("verify_intro")}</p>
      </header>
      <VerifyForm isWorking={isWorking} onGiven={(given) => void check(given)} />
      {unanswered && <p role="alert">{t("popup_no_answer")}</p>}
      <div ref={results} class="results">
        {checked.map((each, index) => (
          <VerificationResult key={`${index} ${each.name}`} checked={each} />
        ))}
      </div>
      <SideBySideTable checked={checked} />
    </main>
  );
}
