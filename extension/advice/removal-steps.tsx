import { Section } from "../components/section.tsx";
import { messageKey } from "../platform/message-key.ts";
import { t } from "../platform/translate.ts";
import { SYSTEMS, type System, systemsFor } from "./systems.ts";

/** What is typed as it stands, and so must not be broken at its hyphens. */
const COMMAND = /(update-ca-[a-z]+(?: --fresh)?)/;

/** The steps for each system, those of this device first and open. */
export function RemovalSteps() {
  const { likely, others } = systemsFor(navigator);
  return (
    <Section title={t("advice_systems_title")} level={2}>
      <p class="muted">{t("advice_systems_names")}</p>
      <Systems systems={likely} open />
      <Systems systems={others} open={false} />
    </Section>
  );
}

function Systems({ systems, open }: { readonly systems: readonly System[]; readonly open: boolean }) {
  return systems.map((system) => (
    <details key={system} class="card system" data-system={system} open={open}>
      <summary>{t(messageKey("advice_system", system))}</summary>
      <ol>
        {SYSTEMS[system].map((step) => (
          <li key={step}>
            {t(step)
              .split(COMMAND)
              .map((part, place) => (place % 2 === 1 ? <span class="command">{part}</span> : part))}
          </li>
        ))}
      </ol>
    </details>
  ));
}
