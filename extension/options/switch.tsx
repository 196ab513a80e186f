import { type MessageKey, t } from "../platform/translate.ts";

interface Props {
  readonly name: string;
  readonly message: MessageKey;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Something that is on or off. */
export function Switch({ name, message, isOn, onSwitch }: Props) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        name={name}
        checked={isOn}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
      {t(message)}
    </label>
  );
}
