import { t } from "../platform/translate.ts";

/** The presses by which Chrome itself saves the chain of a page, for a package that may not read it. */
export function SavedChainSteps() {
  return (
    <ol class="steps">
      <li>{t("saved_chain_open")}</li>
      <li>{t("saved_chain_save")}</li>
      <li>{t("saved_chain_give")}</li>
    </ol>
  );
}
