import { type MessageKey, t } from "../platform/translate.ts";

interface Props<Value extends string> {
  readonly name: string;
  readonly class: string;
  readonly legend: MessageKey;
  /** What can be chosen, each with the message that says what it is. */
  readonly choices: readonly (readonly [value: Value, message: MessageKey])[];
  readonly chosen: Value | null;
  readonly isDisabled?: (value: Value) => boolean;
  readonly onChoose: (value: Value) => void;
}

/** The choice of one of several things, each said in a sentence. */
export function RadioChoice<Value extends string>(props: Props<Value>) {
  const { name, legend, choices, chosen, isDisabled = () => false, onChoose } = props;
  return (
    <fieldset class={`answers ${props.class}`}>
      <legend>{t(legend)}</legend>
      {choices.map(([value, message]) => (
        <label key={value} class="answer-choice">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            disabled={isDisabled(value)}
            onChange={() => onChoose(value)}
          />
          <span>{t(message)}</span>
        </label>
      ))}
    </fieldset>
  );
}
