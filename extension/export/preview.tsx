import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { formatNumber } from "../components/local-format.ts";
import { saveBlob } from "../components/save-blob.ts";
import { t } from "../platform/translate.ts";
import { type MadeFile, namesSites } from "./make-file.ts";
import { PreviewRecords } from "./preview-records.tsx";
import { RawLines } from "./raw-lines.tsx";

interface Props {
  readonly made: MadeFile;
  /** Called when the user turns back to protect the file first. */
  readonly onTurnBack: () => void;
}

/** Everything that will leave, before it does; and the press that lets it. */
export function Preview({ made, onTurnBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands below everything; whoever does not see it must be taken there, before a press can miss what moves.
  useLayoutEffect(() => heading.current?.focus(), [made]);
  const { blob, name, files, lines, selection } = made;
  const shown = selection.records.filter((record) => Object.keys(record.shown).length > 0);
  const others = selection.records.length - shown.length;
  return (
    <section class="section preview">
      <h2 ref={heading} class="section-title" tabIndex={-1}>
        {t("preview_title")}
      </h2>
      {blob && <p>{t("preview_not_yet")}</p>}
      {blob && (
        <p class="file-line">
          <strong>{t("preview_name", name, formatNumber(blob.size))}</strong>
          <br />
          {t("preview_open", t(openTo(made)))}
          <br />
          <span class="muted">{t("preview_name_why")}</span>
        </p>
      )}
      {blob === null ? (
        <pre class="share-text">{lines.join("\n")}</pre>
      ) : (
        <>
          <p>{t("preview_shown", formatNumber(shown.length))}</p>
          <PreviewRecords records={shown} />
          {made.lost > 0 && <p class="lost-certificates">{t("preview_lost", formatNumber(made.lost))}</p>}
          {others > 0 && <p>{t("preview_undisclosed", formatNumber(others))}</p>}
          <p class="muted">{t("preview_always")}</p>
          {files.length > 0 && <FileList files={files} />}
          <RawLines lines={lines} />
        </>
      )}
      {blob ? (
        <SaveFile key={name} made={made} blob={blob} onTurnBack={onTurnBack} />
      ) : (
        <CopyText text={lines.join("\n")} />
      )}
    </section>
  );
}

function openTo({ readers }: MadeFile) {
  if (readers === null) return "protect_none";
  return "passphrase" in readers ? "protect_passphrase" : "protect_recipients";
}

function FileList({ files }: Pick<MadeFile, "files">) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("preview_files", formatNumber(files.length))}</summary>
      {isOpen && (
        <ul class="file-list">
          {files.map(([name, bytes]) => (
            <li key={name}>
              <code>{t("preview_name", name, formatNumber(bytes))}</code>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

interface SaveProps {
  readonly made: MadeFile;
  readonly blob: Blob;
  readonly onTurnBack: () => void;
}

function SaveFile({ made, blob, onTurnBack }: SaveProps) {
  const [stage, setStage] = useState<"ready" | "asked" | "saved">("ready");
  const save = () => {
    saveBlob(blob, made.name);
    setStage("saved");
  };
  return (
    <div class="saving">
      <p class="presses">
        <button type="button" class="save" onClick={() => (namesSites(made) ? setStage("asked") : save())}>
          {t("preview_save")}
        </button>
      </p>
      <div role="alert">
        {stage === "asked" && (
          <div class="warning">
            <p>{t("preview_confirm")}</p>
            <p class="presses">
              <button type="button" class="turn-back" onClick={onTurnBack}>
                {t("preview_confirm_no")}
              </button>
              <button type="button" class="quiet save-anyway" onClick={save}>
                {t("preview_confirm_yes")}
              </button>
            </p>
          </div>
        )}
      </div>
      <p role="status">{stage === "saved" && t("preview_saved", made.name)}</p>
    </div>
  );
}

function CopyText({ text }: { readonly text: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div class="saving">
      <p class="presses">
        <button
          type="button"
          class="copy"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {t("preview_copy")}
        </button>
      </p>
      <p role="status">{isCopied && t("preview_copied")}</p>
    </div>
  );
}
