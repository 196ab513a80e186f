import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { KEEPINGS, type Keeping } from "../settings/settings.ts";

interface Props {
  readonly keeping: Keeping;
  readonly onChoose: (keeping: Keeping) => void;
}

/** The choice of what is kept of what was found. */
export function KeepingChoice({ keeping: chosen, onChoose }: Props) {
  return (
    <fieldset class="answers keepings">
      <legend>{t("journal_keeping")}</legend>
      {KEEPINGS.map((keeping) => (
        <label key={keeping} class="answer-choice">
          <input
            type="radio"
            name="keeping"
            value={keeping}
            checked={keeping === chosen}
            onChange={() => onChoose(keeping)}
          />
          <span>{t(messageKey("keeping", keeping))}</span>
        </label>
      ))}
    </fieldset>
  );
}
