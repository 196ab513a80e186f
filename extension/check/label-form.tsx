import { useId, useState } from "preact/hooks";
import { Section } from "../components/section.tsx";
import { LONGEST_LABEL, type NetworkLabel } from "../network-label.ts";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";

const FIELDS = ["country", "provider", "line", "note"] as const;

interface Props {
  readonly label: NetworkLabel;
  /** Resolves to whether it could be stored. */
  readonly onSave: (label: NetworkLabel) => Promise<boolean>;
}

/** What the user may say of the network, for comparing checks later. It is kept with the check and nowhere else. */
export function LabelForm({ label, onSave }: Props) {
  const [words, setWords] = useState(label);
  const [isSaved, setSaved] = useState<boolean | null>(null);
  const id = useId();
  return (
    <Section title={t("label_title")} level={2}>
      <p class="muted">{t("label_intro")}</p>
      <form
        class="card label-form"
        onSubmit={(event) => {
          event.preventDefault();
          void onSave(words).then(setSaved);
        }}
      >
        {FIELDS.map((field) => (
          <p key={field} class="field">
            <label for={id + field}>{t(messageKey("label", field))}</label>
            <input
              id={id + field}
              name={field}
              maxLength={LONGEST_LABEL[field]}
              autoComplete="off"
              value={words[field]}
              onInput={(event) => {
                setWords({ ...words, [field]: event.currentTarget.value });
                setSaved(null);
              }}
            />
          </p>
        ))}
        <p class="presses">
          <button type="submit" class="quiet save-label">
            {t("label_save")}
          </button>
        </p>
        <p role="status">{isSaved !== null && t(isSaved ? "label_saved" : "label_not_saved")}</p>
      </form>
    </Section>
  );
}
