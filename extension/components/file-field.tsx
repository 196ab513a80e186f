import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../platform/translate.ts";
import { HostileText } from "./hostile-text.tsx";

interface Props {
  readonly label: string;
  /** What was chosen in this field, or given in another way. */
  readonly files: readonly File[];
  readonly onChoose: (files: readonly File[]) => void;
  readonly name: string;
  readonly accept?: string;
  readonly multiple?: boolean;
}

/** Takes files, and says which it has in the words of the page: a browser's own field speaks the browser's language. */
export function FileField({ label, files, onChoose, ...field }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // A file that the field still has could not be chosen again.
    if (input.current && files.length === 0) input.current.value = "";
  }, [files]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="file-field">
        <input
          {...field}
          id={id}
          ref={input}
          type="file"
          aria-describedby={`${id}files`}
          onChange={({ currentTarget }) => onChoose([...(currentTarget.files ?? [])])}
        />
        <span class="file-face">
          <span class="choose-file" aria-hidden="true">
            {t("file_choose")}
          </span>
          <span id={`${id}files`} class="chosen-files">
            {files.length === 0 && t("file_none")}
            {files.map(({ name }) => (
              <HostileText key={name} text={name} />
            ))}
          </span>
        </span>
      </div>
    </div>
  );
}
