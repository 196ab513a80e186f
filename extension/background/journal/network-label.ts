import * as v from "valibot";
import type { Circumstances } from "../../../src/evidence/content.ts";
import { Fields } from "../../../src/evidence/field.ts";
import { SESSION_PREFIX } from "../../journal-store/session-keys.ts";
import type { NetworkLabel } from "../../network-label.ts";
import { storage } from "../../platform/storage.ts";

const KEY = `${SESSION_PREFIX}network-label`;

const { country, network } = Fields.entries;
const NOTHING: Readonly<Record<string, unknown>> = {};
const Label = v.strictObject({ country, network });

/** Whether what is stored is of another network, and may be there still. */
let isStale = false;

/**
 * What the user has said of the network that the device is on, as it goes into records; nulls where nothing was said, or it cannot be
 * read: a record is worth more than its label. Never rejects.
 */
export async function readNetworkLabel(): Promise<Pick<Circumstances, "country" | "network">> {
  const { [KEY]: stored } = await storage.session.get(KEY).catch(() => NOTHING);
  return !isStale && v.is(Label, stored) ? stored : { country: null, network: null };
}

/** Keeps what the user says of this network, for the records from now on. */
export async function keepNetworkLabel({ country, provider, line, note }: NetworkLabel): Promise<void> {
  const isSaid = [provider, line, note].some((text) => text !== "");
  const label = { country: country === "" ? null : country, network: isSaid ? { provider, line, note } : null };
  await storage.session.set({ [KEY]: label });
  isStale = false;
}

/** There was a sign of another network, of which nothing was said. Never rejects. */
export async function forgetNetworkLabel(): Promise<void> {
  isStale = true;
  await storage.session.remove(KEY).catch(() => null);
}
