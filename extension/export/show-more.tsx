import { t } from "../platform/translate.ts";

/** The press that shows more of a long list. */
export function ShowMore({ onPress }: { readonly onPress: () => void }) {
  return (
    <p class="presses">
      <button type="button" class="quiet show-more" onClick={onPress}>
        {t("export_more")}
      </button>
    </p>
  );
}
