import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { offeredRecipients } from "../../extension/settings/offered-recipients.ts";
import { POLICY_KEYS, policyIn } from "../../extension/settings/policy.ts";
import { ALERT_LEVELS, KEEPINGS, Settings } from "../../extension/settings/settings.ts";
import { underPolicy } from "../../extension/settings/under-policy.ts";

const LETTERS = [..."023456789acdefghjklmnpqrstuvwxyz"];

/** Of few keys, so that the user and an administrator often name the same. */
const key = fc.constantFrom(...LETTERS.slice(0, 4)).map((letter) => `age1${letter.repeat(58)}`);
const recipient = fc.record({ name: fc.string({ minLength: 1, maxLength: 80 }), recipient: key });
const recipients = fc.uniqueArray(recipient, { maxLength: 4, selector: (each) => each.recipient });

const own: fc.Arbitrary<Settings> = fc
  .record({
    memory: fc.boolean(),
    watchForMe: fc.boolean(),
    watchedHosts: fc.subarray(["a.example", "b.example"]),
    watchWithBar: fc.boolean(),
    alertLevel: fc.constantFrom(...ALERT_LEVELS),
    language: fc.constantFrom(null, "en", "ru", "kk"),
    theme: fc.constantFrom(null, "light", "dark"),
    recipients,
    keeping: fc.constantFrom(...KEEPINGS),
    keptDays: fc.integer({ min: 1, max: 3650 }),
    keptMegabytes: fc.integer({ min: 1, max: 1000 }),
    writeOnlyTo: fc.option(key),
  })
  .map((chosen) => v.parse(Settings, chosen));

/** What anyone could write into a policy: of the agreed form, of none, and what only the user may choose. */
const managed = fc.oneof(
  fc.record(
    {
      leastAlertLevel: fc.constantFrom(...ALERT_LEVELS, "silent"),
      leastKeptDays: fc.integer(),
      leastKeptMegabytes: fc.integer({ min: 1, max: 1000 }),
      recipients: fc.array(fc.oneof(recipient, fc.anything())),
      keeping: fc.constantFrom(...KEEPINGS),
      writeOnlyTo: fc.option(key),
      alertLevel: fc.constantFrom(...ALERT_LEVELS),
      memory: fc.boolean(),
      keptDays: fc.integer(),
    },
    { requiredKeys: [] },
  ),
  fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...POLICY_KEYS)), fc.anything()),
);

const loudness = ({ alertLevel }: Settings) => ALERT_LEVELS.indexOf(alertLevel);

test("whatever a policy says, nothing is quieter than the user chose, and nothing is kept that the user did not choose", () => {
  fc.assert(
    fc.property(own, managed, (chosen, written) => {
      const policy = policyIn(written);
      const { alertLevel, keptDays, keptMegabytes, recipients, ...rest } = underPolicy(chosen, policy);
      expect(loudness({ ...chosen, alertLevel })).toBeGreaterThanOrEqual(loudness(chosen));
      if (policy.leastAlertLevel !== null) {
        expect(ALERT_LEVELS.indexOf(alertLevel)).toBeGreaterThanOrEqual(ALERT_LEVELS.indexOf(policy.leastAlertLevel));
      }
      expect(keptDays).toBe(Math.max(chosen.keptDays, policy.leastKeptDays ?? 1));
      expect(keptMegabytes).toBe(Math.max(chosen.keptMegabytes, policy.leastKeptMegabytes ?? 1));
      expect(recipients.slice(0, chosen.recipients.length)).toEqual(chosen.recipients);
      const { alertLevel: _, keptDays: __, keptMegabytes: ___, recipients: ____, ...asChosen } = chosen;
      expect(rest).toEqual(asChosen);
    }),
    { numRuns: 300 },
  );
});

test("each person is offered once, marked where only an administrator has named them, under the user's name where both have", () => {
  fc.assert(
    fc.property(own, managed, (chosen, written) => {
      const policy = policyIn(written);
      const offered = offeredRecipients(chosen, policy);
      const keys = [...chosen.recipients, ...policy.recipients].map(({ recipient }) => recipient);
      expect(offered.map(({ recipient }) => recipient)).toEqual([...new Set(keys)]);
      for (const { name, recipient, isManaged } of offered) {
        const named = chosen.recipients.find((each) => each.recipient === recipient);
        expect(isManaged).toBe(named === undefined);
        if (named) expect(name).toBe(named.name);
      }
    }),
  );
});
