import type { Policy } from "./policy.ts";
import { ALERT_LEVELS, type AlertLevel, type Settings } from "./settings.ts";

/**
 * The settings that count where an administrator has set some, too. The result is never quieter than what the user chose: it warns as
 * loudly at least, and drops nothing earlier. Whether anything is kept, what is remembered and watched, and to whom the journal is
 * readable stays as the user chose: a policy turns on no evidence that the user did not want on the device.
 */
export function underPolicy(own: Settings, policy: Policy): Settings {
  return {
    ...own,
    alertLevel: louder(own.alertLevel, policy.leastAlertLevel),
    keptDays: Math.max(own.keptDays, policy.leastKeptDays ?? 0),
    keptMegabytes: Math.max(own.keptMegabytes, policy.leastKeptMegabytes ?? 0),
    recipients: [...own.recipients, ...addedRecipients(own, policy)],
  };
}

/** Those recipients of a policy that the user has not added under a name of their own. */
function addedRecipients({ recipients: own }: Settings, { recipients }: Policy) {
  const fresh = recipients.filter(
    ({ recipient }, index) =>
      !own.some((each) => each.recipient === recipient) &&
      recipients.findIndex((each) => each.recipient === recipient) === index,
  );
  return fresh.map(({ name, recipient }) => ({ name, recipient }));
}

/** Whether a level is too quiet for a policy. */
export const isTooQuiet = (level: AlertLevel, { leastAlertLevel }: Policy): boolean =>
  louder(level, leastAlertLevel) !== level;

const louder = (own: AlertLevel, least: AlertLevel | null): AlertLevel =>
  least !== null && ALERT_LEVELS.indexOf(least) > ALERT_LEVELS.indexOf(own) ? least : own;
