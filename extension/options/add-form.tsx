import { useId, useRef, useState } from "preact/hooks";
import { type OwnInput, readOwnInput } from "../../src/watchlist/own-input.ts";
import { addOwnEntries } from "../components/ask-own-list.ts";
import { FileField } from "../components/file-field.tsx";
import { newOwnEntry } from "../components/new-own-entry.ts";
import { type Outcome, OwnOutcome } from "../components/own-outcome.tsx";
import { type OwnWords, OwnWordsFields } from "../components/own-words-fields.tsx";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { WatchableChoice } from "./watchable-choice.tsx";

/** The largest file that is read, in bytes. */
const LARGEST_FILE = 4 * 1024 * 1024;

const NO_WORDS: OwnWords = { name: "", why: "" };

/** Adds one certificate or key, from a file or pasted text, under a name and for a reason that the user gives. */
export function AddForm() {
  const id = useId();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [pasted, setPasted] = useState("");
  const [input, setInput] = useState<OwnInput | null>(null);
  const [chosen, setChosen] = useState(0);
  const [words, setWords] = useState(NO_WORDS);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const turn = useRef(0);

  const choose = (from: OwnInput, index: number) => {
    setChosen(index);
    setWords({ ...words, name: from.watchables[index]?.suggestedName ?? "" });
  };
  const read = async (bytes: Promise<Uint8Array>) => {
    turn.current += 1;
    const current = turn.current;
    const answer = await readOwnInput(await bytes);
    // Typing goes on while something is read; only the last counts.
    if (current !== turn.current) return;
    setInput(answer);
    setOutcome(null);
    choose(answer, 0);
  };
  const readText = (text: string) => {
    setPasted(text);
    setFiles([]);
    if (text.trim() === "") setInput(null);
    else void read(Promise.resolve(new TextEncoder().encode(text)));
  };
  const readFiles = (some: readonly File[]) => {
    const [given] = some;
    setFiles(some);
    setPasted("");
    setInput(null);
    if (given && given.size > LARGEST_FILE) setOutcome({ outcome: "said", message: "own_error_too_large" });
    else if (given) void read(given.bytes());
  };

  const subject = input?.watchables[chosen]?.subject;
  const add = async (publicConfirmed: boolean) => {
    if (!subject) return;
    const entry = newOwnEntry(subject, words, false);
    try {
      const answer = await addOwnEntries([entry], publicConfirmed);
      setOutcome(answer);
      if (answer.outcome !== "stored") return;
      readText("");
      setWords(NO_WORDS);
    } catch {
      setOutcome({ outcome: "said", message: "popup_no_answer" });
    }
  };

  return (
    <Section title={t("own_add_title")} level={3}>
      <form
        class="card add-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add(false);
        }}
      >
        <FileField name="own-file" label={t("own_file_label")} files={files} onChoose={readFiles} />
        <p class="field">
          <label for={`${id}paste`}>{t("own_paste_label")}</label>
          <textarea
            id={`${id}paste`}
            class="own-paste"
            rows={4}
            spellcheck={false}
            value={pasted}
            onInput={(event) => readText(event.currentTarget.value)}
          />
        </p>
        <p role="status" class="own-read">
          {input && input.watchables.length === 0 && t("own_read_none")}
          {input && input.watchables.length > 0 && input.errors.length > 0 && t("own_read_part")}
        </p>
        {input && subject && (
          <>
            <WatchableChoice watchables={input.watchables} chosen={chosen} onChoose={(index) => choose(input, index)} />
            <OwnWordsFields words={words} onChange={setWords} />
            <p class="presses">
              <button type="submit" class="add">
                {t("own_add_button")}
              </button>
            </p>
          </>
        )}
        <OwnOutcome outcome={outcome} onConfirm={() => void add(true)} onCancel={() => setOutcome(null)} />
      </form>
    </Section>
  );
}
