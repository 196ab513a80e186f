import { messageKey } from "../platform/message-key.ts";
import { KEEPINGS, type Keeping } from "../settings/settings.ts";
import { RadioChoice } from "./radio-choice.tsx";

interface Props {
  /** Null while it is not known: the choices stand where they will stay. */
  readonly keeping: Keeping | null;
  readonly onChoose: (keeping: Keeping) => void;
}

/** The choice of what is kept of what was found. */
export function KeepingChoice({ keeping, onChoose }: Props) {
  const choices = KEEPINGS.map((each) => [each, messageKey("keeping", each)] as const);
  return (
    <RadioChoice
      name="keeping"
      class="keepings"
      legend="journal_keeping"
      choices={choices}
      chosen={keeping}
      onChoose={onChoose}
    />
  );
}
