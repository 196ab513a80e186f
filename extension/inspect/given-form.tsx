import { useId, useState } from "preact/hooks";
import { hostOf } from "../../src/detection/host-of.ts";
import { FileField } from "../components/file-field.tsx";
import { type MessageKey, t } from "../platform/translate.ts";

/** The largest file or text that is read, in bytes. */
const LARGEST = 4 * 1024 * 1024;

interface Props {
  /** Called on the press with what was given last, and the host name in the form of an observation; null without one. */
  readonly onGiven: (bytes: Uint8Array, host: string | null) => void;
}

/** Takes a file or a pasted text, and the site that it is about where the user knows it. */
export function GivenForm({ onGiven }: Props) {
  const id = useId();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [text, setText] = useState("");
  const [host, setHost] = useState("");
  const [fault, setFault] = useState<MessageKey | null>(null);

  const submit = async () => {
    const given = files[0] ?? new Blob([text]);
    const name = host.trim() === "" ? null : typedHost(host.trim());
    if (given.size === 0) return setFault("given_nothing");
    if (given.size > LARGEST) return setFault("own_error_too_large");
    if (host.trim() !== "" && name === null) return setFault("given_bad_host");
    setFault(null);
    onGiven(await given.bytes(), name);
  };

  return (
    <form
      class="card given-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FileField
        name="given-file"
        label={t("given_file_label")}
        files={files}
        onChoose={(some) => {
          setFiles(some);
          setText("");
        }}
      />
      <p class="field">
        <label for={`${id}text`}>{t("given_text_label")}</label>
        <textarea
          id={`${id}text`}
          class="given-text"
          rows={8}
          spellcheck={false}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setFiles([]);
          }}
        />
      </p>
      <p class="field">
        <label for={`${id}host`}>{t("given_host_label")}</label>
        <input
          id={`${id}host`}
          class="given-host"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={host}
          onInput={(event) => setHost(event.currentTarget.value)}
        />
      </p>
      <p class="presses">
        <button type="submit" class="judge">
          {t("given_button")}
        </button>
      </p>
      <p role="status">{fault && t(fault)}</p>
    </form>
  );
}

/** The host in what was typed, a name or a whole address; null when there is none. */
function typedHost(typed: string): string | null {
  const host = hostOf(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  // Chrome takes what is no name for one, with its spaces as %20.
  return host !== null && /^[\w.:-]+$/.test(host) ? host : null;
}
