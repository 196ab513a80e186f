import { useMemo, useState } from "preact/hooks";
import { JournalTrouble } from "../components/journal-trouble.tsx";
import { formatNumber } from "../components/local-format.ts";
import { Sentence } from "../components/sentence.tsx";
import type { JournalRow } from "../journal-view/journal-row.ts";
import { numbersNamed } from "../journal-view/record-numbers.ts";
import { t } from "../platform/translate.ts";
import { LANGUAGES } from "../settings/look.ts";
import type { OfferedRecipient } from "../settings/offered-recipients.ts";
import type { Recipient } from "../settings/settings.ts";
import { type Choices, faultOf, fieldsOf } from "./choices.ts";
import { ChooseFields } from "./choose-fields.tsx";
import { ChooseForm } from "./choose-form.tsx";
import { ChooseRecords } from "./choose-records.tsx";
import { type MadeFile, makeFile } from "./make-file.ts";
import { Preview } from "./preview.tsx";
import { SaveSealed } from "./save-sealed.tsx";
import { type ReadJournal, useJournal } from "./use-journal.ts";
import { useMaking } from "./use-making.ts";
import { useRecipients } from "./use-recipients.ts";

/** The page on which a person makes a file of what was recorded, and sees all that is in it before it is saved. */
export function ExportPage() {
  const journal = useJournal();
  const { recipients, add } = useRecipients();
  return (
    <main>
      <header class="page-head">
        <h1>{t("export_title")}</h1>
        <p>{t("export_intro")}</p>
      </header>
      {journal === null || recipients === null ? (
        <p role="status">{t("export_loading")}</p>
      ) : journal instanceof Error ? (
        <p role="alert">
          <Sentence message="export_unreadable" parts={[journal.message]} />
        </p>
      ) : (
        <>
          {journal.state.trouble && <JournalTrouble trouble={journal.state.trouble} />}
          {journal.missing && (
            <p role="alert" class="missing-records">
              {t("export_missing", formatNumber(journal.missing.count), journal.missing.numbers)}
            </p>
          )}
          {journal.sealed.length > 0 && <SaveSealed sealed={journal.sealed} />}
          {journal.rows.length > 0 && <Exporting journal={journal} recipients={recipients} onAdd={add} />}
          {journal.rows.length + journal.sealed.length === 0 && !journal.missing && !journal.state.trouble && (
            <p>
              {t("export_empty")} <a href="../options/index.html">{t("popup_settings")}</a>
            </p>
          )}
        </>
      )}
    </main>
  );
}

interface ExportingProps {
  readonly journal: ReadJournal;
  readonly recipients: readonly OfferedRecipient[];
  readonly onAdd: (entry: Recipient) => Promise<boolean>;
}

function Exporting({ journal: { rows, reader }, recipients, onAdd }: ExportingProps) {
  const [choices, setChoices] = useState(() => firstChoices(rows));
  const { making, start, cancel, drop } = useMaking<MadeFile>();
  const change = (changes: Partial<Choices>) => {
    setChoices((before) => ({ ...before, ...changes }));
    // What is shown as made must always be what the choices above it say.
    drop();
  };
  const fault = faultOf(choices);
  const isMaking = making.stage === "making";
  // While a file is made its progress is shown again and again, and of ten thousand records the choices take longer than the file.
  const shownChoices = useMemo(
    () => (
      <>
        <ChooseRecords rows={rows} chosen={choices.chosen} onChange={(chosen) => change({ chosen })} />
        <ChooseFields
          choices={choices}
          rows={rows.filter(({ formed }) => choices.chosen.has(formed.seq))}
          onChange={change}
        />
        <ChooseForm choices={choices} recipients={recipients} onAdd={onAdd} onChange={change} />
      </>
    ),
    [rows, choices, recipients],
  );
  return (
    <>
      {shownChoices}
      <div class="making">
        <p class="presses">
          <button
            type="button"
            class="make"
            aria-disabled={fault !== null || isMaking}
            onClick={() => {
              if (fault === null && !isMaking) void start((course) => makeFile(choices, rows, reader, course));
            }}
          >
            {t("export_make")}
          </button>
          {isMaking && (
            <button type="button" class="quiet cancel" onClick={cancel}>
              {t("export_cancel")}
            </button>
          )}
        </p>
        <p role="status">
          {fault !== null && t(fault)}
          {isMaking && t("export_making", String(Math.round(making.done * 100)))}
          {making.stage === "cancelled" && t("export_cancelled")}
          {making.stage === "failed" && <Sentence message="export_failed" parts={[making.why]} />}
        </p>
      </div>
      {making.stage === "made" && (
        <Preview
          made={making.made}
          onTurnBack={() => {
            drop();
            document.querySelector<HTMLElement>(".protection input")?.focus();
          }}
        />
      )}
    </>
  );
}

/**
 * The records that the address names, or all of them: their lines leave in any case, for the chain. Of what they say the least, and to nobody
 * until somebody is chosen.
 */
function firstChoices(rows: readonly JournalRow[]): Choices {
  const [language = "en"] = LANGUAGES.filter((each) => each === t("language_tag"));
  const numbers = rows.map(({ formed }) => formed.seq);
  const chosen = location.hash === "" ? new Set(numbers) : numbersNamed(location.hash.slice(1), numbers);
  return {
    ...{ chosen, preset: "publish", fields: fieldsOf("publish"), form: "bundle", language, signing: "once" },
    ...{ protection: "recipients", recipients: new Set(), passphrase: "", again: "" },
  };
}
