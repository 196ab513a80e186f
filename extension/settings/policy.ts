import * as v from "valibot";
import { OwnEntry } from "../../src/watchlist/own-entry.ts";
import { MOST_OWN_ENTRIES } from "../../src/watchlist/own-list.ts";
import { ALERT_LEVELS, KeptDays, KeptMegabytes, MOST_RECIPIENTS, Recipient } from "./settings.ts";

/** A certificate that the administrator has watched. */
export const PolicyCertificate = v.strictObject({
  name: OwnEntry.entries.name,
  why: v.optional(OwnEntry.entries.why, ""),
  /** Given as PEM or as DER in base64; the latter here. */
  certificate: v.pipe(
    v.string(),
    v.maxLength(100_000),
    v.transform((text) => text.replace(/-----[^-]*-----|\s/g, "")),
    v.nonEmpty(),
    v.base64(),
  ),
});

const SINGLE = {
  leastAlertLevel: v.picklist(ALERT_LEVELS),
  leastKeptDays: KeptDays,
  leastKeptMegabytes: KeptMegabytes,
};

const LISTS = {
  recipients: { shape: Recipient, most: MOST_RECIPIENTS },
  ownList: { shape: PolicyCertificate, most: MOST_OWN_ENTRIES },
};

/** Everything that an administrator can set. Nothing else of Rootwatch is theirs to decide: docs/deploy.md says why. */
export const POLICY_KEYS: readonly string[] = [...Object.keys(SINGLE), ...Object.keys(LISTS)];

/** A part of a list, with its place in what the administrator wrote, such as "ownList.2". */
export type Placed<Part> = Part & { readonly at: string };

/** What an administrator has set for everyone who uses the browser. It can only make Rootwatch louder: see `underPolicy`. */
export interface Policy {
  readonly leastAlertLevel: v.InferOutput<(typeof SINGLE)["leastAlertLevel"]> | null;
  readonly leastKeptDays: number | null;
  readonly leastKeptMegabytes: number | null;
  readonly recipients: readonly Placed<Recipient>[];
  readonly ownList: readonly Placed<v.InferOutput<typeof PolicyCertificate>>[];
  /** Places of what is not known or not of the agreed form. It counts for nothing, and takes nothing else with it. */
  readonly ignored: readonly string[];
}

/** Reads what the browser gives out as an administrator's policy, part by part. Never throws. */
export function policyIn(managed: Readonly<Record<string, unknown>>): Policy {
  const ignored = Object.keys(managed).filter((name) => !POLICY_KEYS.includes(name));
  const read = <Part>(shape: v.GenericSchema<unknown, Part>, value: unknown, at: string): Part | null => {
    const { success, output } = v.safeParse(shape, value);
    if (success) return output;
    ignored.push(at);
    return null;
  };
  const one = <Name extends keyof typeof SINGLE>(name: Name) =>
    managed[name] === undefined ? null : read<v.InferOutput<(typeof SINGLE)[Name]>>(SINGLE[name], managed[name], name);
  const many = <Part extends object>(name: keyof typeof LISTS, shape: v.GenericSchema<unknown, Part>) =>
    (read(v.array(v.unknown()), managed[name] ?? [], name) ?? []).flatMap((value, index) => {
      const at = `${name}.${index}`;
      const part = read(index < LISTS[name].most ? shape : v.never(), value, at);
      return part === null ? [] : [{ ...part, at }];
    });
  return {
    leastAlertLevel: one("leastAlertLevel"),
    leastKeptDays: one("leastKeptDays"),
    leastKeptMegabytes: one("leastKeptMegabytes"),
    recipients: many("recipients", Recipient),
    ownList: many("ownList", PolicyCertificate),
    ignored,
  };
}
