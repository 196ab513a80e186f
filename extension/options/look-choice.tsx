import { useId } from "preact/hooks";
import { type MessageKey, t } from "../platform/translate.ts";

interface Props<Value extends string> {
  readonly name: string;
  readonly label: MessageKey;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
  /** Of which language the name of a value is, where it is not the page's. */
  readonly languageOf?: (value: Value) => string;
  /** Null: as the browser does. */
  readonly chosen: Value | null;
  readonly onChoose: (value: Value | null) => void;
}

/** The choice of how pages look, or that they look as the browser does. */
export function LookChoice<Value extends string>(props: Props<Value>) {
  const { name, label, values, nameOf, languageOf, chosen, onChoose } = props;
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{t(label)}</label>
      <select
        id={id}
        name={name}
        value={chosen ?? ""}
        onChange={({ currentTarget }) => onChoose(values.find((each) => each === currentTarget.value) ?? null)}
      >
        <option value="">{t("look_as_browser")}</option>
        {values.map((value) => (
          <option key={value} value={value} lang={languageOf?.(value)}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </p>
  );
}
