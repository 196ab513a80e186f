import { useId, useState } from "preact/hooks";
import { Section } from "../components/section.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import type { NetworkLabel } from "./kept-checks.ts";

const FIELDS = ["country", "provider", "line", "note"] as const;
const LONGEST = { country: 80, provider: 80, line: 80, note: 500 };

interface Props {
  readonly label: NetworkLabel;
  /** Resolves when it is kept. */
  readonly onSave: (label: NetworkLabel) => Promise<void>;
}

/** What the user may say of the network, for comparing checks later. It is kept with the check and nowhere else. */
export function LabelForm({ label, onSave }: Props) {
  const [words, setWords] = useState(label);
  const [isSaved, setSaved] = useState(false);
  const id = useId();
  return (
    <Section title={t("label_title")} level={2}>
      <p class="muted">{t("label_intro")}</p>
      <form
        class="card label-form"
        onSubmit={(event) => {
          event.preventDefault();
          void onSave(words).then(() => setSaved(true));
        }}
      >
        {FIELDS.map((field) => (
          <p key={field} class="field">
            <label for={id + field}>{t(messageKey("label", field))}</label>
            <input
              id={id + field}
              name={field}
              maxLength={LONGEST[field]}
              autoComplete="off"
              value={words[field]}
              onInput={(event) => {
                setWords({ ...words, [field]: event.currentTarget.value });
                setSaved(false);
              }}
            />
          </p>
        ))}
        <p class="presses">
          <button type="submit" class="quiet save-label">
            {t("label_save")}
          </button>
        </p>
        <p role="status">{isSaved && t("label_saved")}</p>
      </form>
    </Section>
  );
}
