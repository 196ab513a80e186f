import { useEffect, useState } from "preact/hooks";
import { type KeptCheck, NO_LABEL } from "../check-store/kept-checks.ts";
import { labelNetwork } from "../components/ask-journal.ts";
import { getPage } from "../components/ask-page.ts";
import { AskedFailures } from "../components/failures.tsx";
import { NotLookedAt } from "../components/not-looked-at.tsx";
import { t } from "../platform/translate.ts";
import { CheckResult } from "./check-result.tsx";
import { Comparison } from "./comparison.tsx";
import { LabelForm } from "./label-form.tsx";
import type { ShownIn } from "./read-window.ts";
import { TargetsForm } from "./targets-form.tsx";
import { useCheck } from "./use-check.ts";
import { useKeptChecks } from "./use-kept-checks.ts";

/** The page on which a person has the network checked: what is asked of whom, how it goes, what came of it, and how it was before. */
export function CheckPage({ shown: { tabId, inPrivate } }: { readonly shown: ShownIn }) {
  const { kept, keep } = useKeptChecks(inPrivate);
  const { check, start, cancel } = useCheck(inPrivate, (ended) => void keep({ ...ended, label: NO_LABEL }));
  const listDate = useListDate(tabId);
  const own: KeptCheck | undefined = kept.find(({ id }) => id === check?.id);
  const save = async (labelled: KeptCheck) => {
    const isKept = await keep(labelled);
    const isTold = inPrivate || (await labelNetwork(labelled.label));
    return isKept && isTold;
  };
  return (
    <main>
      <h1>{t("check_title")}</h1>
      <p>{t("check_intro")}</p>
      {inPrivate && <p class="muted">{t("check_private")}</p>}
      <TargetsForm isRunning={check !== null && check.ending === null} onStart={start} />
      <AskedFailures after={check?.ending} />
      {check && <CheckResult check={check} onCancel={cancel} />}
      {own && <LabelForm key={own.id} label={own.label} onSave={(label) => save({ ...own, label })} />}
      <Comparison checks={kept} />
      <NotLookedAt open={check?.ending === "complete"} listDate={listDate} />
    </main>
  );
}

/** The day of the list of authorities; null until the background has said so. */
function useListDate(tabId: number | null): string | null {
  const [date, setDate] = useState<string | null>(null);
  useEffect(() => {
    if (tabId !== null)
      getPage(tabId)
        .then((view) => setDate(view.listDate))
        .catch(() => null);
  }, [tabId]);
  return date;
}
