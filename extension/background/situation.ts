import type { Assessment } from "../../src/detection/assessment.ts";
import { NOTHING, readPast } from "../memory-store/past.ts";
import { readSettings } from "../settings/settings-in-force.ts";
import type { Situation } from "../views/situation.ts";
import type { Journal } from "./journal/journal.ts";

/** What the steps depend on that a page shows about an assessment, or about nothing. Never rejects: what cannot be read is left out. */
export async function situationOf(
  assessment: Assessment | null,
  isPrivate: boolean,
  journal: Journal,
): Promise<Situation> {
  const [settings, inSession, { roots }] = await Promise.all([
    readSettings().catch(() => null),
    journal.inSession(),
    readPast().catch(() => NOTHING),
  ]);
  const rootKey = assessment?.root && assessment.certificates[assessment.root.certificate]?.spkiSha256;
  const keySince = (rootKey && roots[rootKey]?.first) || null;
  return { keeping: settings?.keeping ?? null, inSession, isPrivate, keySince };
}
