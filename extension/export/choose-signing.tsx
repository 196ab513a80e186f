import { useEffect, useState } from "preact/hooks";
import { generateSigningKey, keyFingerprint, signerOf } from "../../src/evidence/bundle/signature.ts";
import { keepNewsroomKey, readNewsroomKey, removeNewsroomKey } from "../newsroom-key.ts";
import { t } from "../platform/translate.ts";
import type { Choices } from "./choices.ts";

interface Props {
  readonly signing: Choices["signing"];
  readonly onChange: (signing: Choices["signing"]) => void;
}

/** With which key a bundle is signed; the newsroom's own is made and removed here. */
export function ChooseSigning({ signing, onChange }: Props) {
  /** Of the key of one's own: null where there is none, undefined while that is not known. */
  const [fingerprint, setFingerprint] = useState<string | null>();
  const [failure, setFailure] = useState<"settings_not_saved" | "sign_unreadable" | null>(null);
  const show = async (pair: CryptoKeyPair | null) =>
    setFingerprint(pair && (await keyFingerprint((await signerOf(pair)).publicKey)));
  useEffect(
    () =>
      void readNewsroomKey()
        .then(show)
        .catch(() => setFailure("sign_unreadable")),
    [],
  );
  const doing = (change: () => Promise<void>) =>
    change().then(
      () => setFailure(null),
      () => setFailure("settings_not_saved"),
    );
  const make = async () => {
    const pair = await generateSigningKey();
    await keepNewsroomKey(pair);
    await show(pair);
  };
  const remove = async () => {
    await removeNewsroomKey();
    await show(null);
    onChange("once");
  };
  return (
    <fieldset class="answers signing">
      <legend>{t("sign_title")}</legend>
      <div class="answer-choice">
        <label class="pick">
          <input
            type="radio"
            name="signing"
            value="once"
            checked={signing === "once"}
            onChange={() => onChange("once")}
          />
          <span>
            <strong>{t("sign_once")}</strong>
            <br />
            {t("sign_once_tells")}
          </span>
        </label>
      </div>
      <div class="answer-choice">
        <label class="pick">
          <input
            type="radio"
            name="signing"
            value="own"
            checked={signing === "own"}
            disabled={!fingerprint}
            onChange={() => onChange("own")}
          />
          <span>
            <strong>{t("sign_own")}</strong>
            <br />
            {t("sign_own_tells")}
          </span>
        </label>
        <div class="inner">
          {fingerprint && (
            <p>
              {t("sign_fingerprint")} <code class="fingerprint">{fingerprint}</code>
            </p>
          )}
          <p class="presses">
            {fingerprint || failure === "sign_unreadable" ? (
              <button type="button" class="quiet remove-key" onClick={() => void doing(remove)}>
                {t("sign_remove")}
              </button>
            ) : (
              <button
                type="button"
                class="quiet make-key"
                // What is there and not read yet must not be written over.
                disabled={fingerprint === undefined}
                onClick={() => void doing(make)}
              >
                {t("sign_make")}
              </button>
            )}
          </p>
          <p role="status">{failure && t(failure)}</p>
        </div>
      </div>
    </fieldset>
  );
}
