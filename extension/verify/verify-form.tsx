import { useId, useState } from "preact/hooks";
import { identitiesIn, type Secret } from "../../src/evidence/age.ts";
import { FileField } from "../components/file-field.tsx";
import { type MessageKey, t } from "../platform/translate.ts";

/** What the user gives to a check. */
export interface Given {
  readonly files: readonly File[];
  /** The seal, 64 hex digits; null when none was given. */
  readonly seal: string | null;
  /** Fingerprint of the key that should have signed, 64 hex digits; null when none was given. */
  readonly key: string | null;
  /** What opens encrypted files; null when nothing was given. */
  readonly secret: Secret | null;
}

interface Props {
  readonly isWorking: boolean;
  readonly onGiven: (given: Given) => void;
}

/** Takes bundles, and what their reader knows of them from elsewhere. */
export function VerifyForm({ isWorking, onGiven }: Props) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [words, setWords] = useState({ seal: "", key: "", identity: "", passphrase: "" });
  const [fault, setFault] = useState<MessageKey | null>(null);

  const take = (some: readonly File[]) => {
    if (some.length === 0) return;
    setFiles(some);
    setFault(null);
  };
  const submit = () => {
    const given = readWords(words);
    const found = files.length === 0 ? "verify_no_file" : typeof given === "string" ? given : null;
    setFault(found);
    if (found === null && typeof given !== "string" && !isWorking) onGiven({ files, ...given });
  };
  return (
    <form
      class="card verify-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FileField name="bundles" label={t("verify_files")} multiple accept=".zip,.age" files={files} onChoose={take} />
      <details>
        <summary>{t("verify_more")}</summary>
        <Word name="seal" words={words} onChange={setWords} />
        <Word name="key" words={words} onChange={setWords} />
      </details>
      {/* What an encrypted file needs is to be seen before the press that would only say so. */}
      <details open={files.some(({ name }) => name.endsWith(".age"))}>
        <summary>{t("verify_secrets")}</summary>
        <Word name="identity" isSecret words={words} onChange={setWords} />
        <Word name="passphrase" isSecret words={words} onChange={setWords} />
      </details>
      <p class="presses">
        <button type="submit" class="verify" aria-disabled={isWorking}>
          {t("verify_button")}
        </button>
      </p>
      <p role="status">
        {fault && t(fault)}
        {isWorking && t("verify_working")}
      </p>
    </form>
  );
}

type Words = Readonly<Record<"seal" | "key" | "identity" | "passphrase", string>>;

interface WordProps {
  readonly name: keyof Words;
  readonly isSecret?: boolean;
  readonly words: Words;
  readonly onChange: (words: Words) => void;
}

function Word({ name, isSecret = false, words, onChange }: WordProps) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{t(`verify_${name}`)}</label>
      <input
        id={id}
        name={name}
        {...(isSecret ? { type: "password" } : {})}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        value={words[name]}
        onInput={(event) => onChange({ ...words, [name]: event.currentTarget.value })}
      />
    </p>
  );
}

/** What was typed, or what is wrong with it. */
function readWords({ seal, key, identity, passphrase }: Words): Omit<Given, "files"> | MessageKey {
  const [sealHash, keyHash] = [readHash(seal), readHash(key)];
  if (sealHash === "odd" || keyHash === "odd") return "verify_bad_hex";
  const identities = identitiesIn(identity);
  if (identity.trim() !== "" && identities.length === 0) return "verify_bad_identity";
  const secret = identities.length > 0 ? { identities } : passphrase === "" ? null : { passphrase };
  return { seal: sealHash, key: keyHash, secret };
}

/** A hash as people send it, with blanks, colons or capitals; null when nothing was typed. */
function readHash(typed: string): string | null | "odd" {
  const hash = typed.replace(/[\s:]/g, "").toLowerCase();
  if (hash === "") return null;
  return /^[0-9a-f]{64}$/.test(hash) ? hash : "odd";
}
