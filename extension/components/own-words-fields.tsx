import { useId } from "preact/hooks";
import { LONGEST_NAME, LONGEST_WHY } from "../../src/watchlist/own-words.ts";
import { t } from "../platform/translate.ts";

/** What the user says of an entry. */
export interface OwnWords {
  readonly name: string;
  readonly why: string;
}

interface Props {
  readonly words: OwnWords;
  readonly onChange: (words: OwnWords) => void;
}

/** The two fields in which a user says what an entry is called and why it is watched. */
export function OwnWordsFields({ words, onChange }: Props) {
  const id = useId();
  return (
    <>
      <p class="field">
        <label for={`${id}name`}>{t("own_name_label")}</label>
        <input
          id={`${id}name`}
          class="own-name"
          required
          pattern=".*\S.*"
          maxLength={LONGEST_NAME}
          autoComplete="off"
          value={words.name}
          onInput={(event) => onChange({ ...words, name: event.currentTarget.value })}
        />
      </p>
      <p class="field">
        <label for={`${id}why`}>{t("own_why_label")}</label>
        <textarea
          id={`${id}why`}
          class="own-why"
          rows={2}
          maxLength={LONGEST_WHY}
          value={words.why}
          onInput={(event) => onChange({ ...words, why: event.currentTarget.value })}
        />
      </p>
    </>
  );
}
