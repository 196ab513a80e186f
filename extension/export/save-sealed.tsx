import { useState } from "preact/hooks";
import { packSealed } from "../../src/evidence/sealed.ts";
import { formatNumber } from "../components/local-format.ts";
import { saveBlob } from "../components/save-blob.ts";
import type { SealedRecord } from "../journal-store/stored.ts";
import { t } from "../platform/translate.ts";

const NAME = "sealed.zip";

/** Saves the records that this device cannot read, as they are. */
export function SaveSealed({ sealed }: { readonly sealed: readonly SealedRecord[] }) {
  const [isSaved, setSaved] = useState(false);
  const save = () => {
    const archive = packSealed(new Map(sealed.map((record) => [record.seq, record.sealed])));
    saveBlob(new Blob([archive], { type: "application/zip" }), NAME);
    setSaved(true);
  };
  return (
    <div class="card sealed">
      <p>{t("export_sealed")}</p>
      <p>{t("export_sealed_count", formatNumber(sealed.length))}</p>
      <p class="presses">
        <button type="button" class="save-sealed" onClick={save}>
          {t("preview_save")}
        </button>
      </p>
      <p role="status">{isSaved && t("preview_saved", NAME)}</p>
    </div>
  );
}
