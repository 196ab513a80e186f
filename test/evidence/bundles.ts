import { oneTimeSigner, type Signer } from "../../src/evidence/bundle/signature.ts";
import { writeBundle } from "../../src/evidence/bundle/write-bundle.ts";
import type { Choice } from "../../src/evidence/selection.ts";
import type { Expectations } from "../../src/evidence/verify/verification.ts";
import { verifyBundle } from "../../src/evidence/verify/verify-bundle.ts";
import type { Journal, World } from "./journal.ts";
import { selected } from "./selected.ts";

/** The bundle of a choice from a journal. */
export async function bundleOf(world: World, journal: Journal, choice: Choice, signer?: Signer) {
  return writeBundle({
    selection: selected(journal.records, choice),
    certificate: async (sha256) => journal.certificates.get(sha256) ?? null,
    sources: world.sources,
    signer: signer ?? (await oneTimeSigner()),
    report: ({ records }) => `<!doctype html><p>${records.length}</p>`,
    guide: () => "# How to verify\n",
  });
}

/** What verifying it with the world's own list comes to. */
export const verified = (world: World, archive: Uint8Array, { key = null, head = null }: Partial<Expectations> = {}) =>
  verifyBundle(archive, world.sources.watchlist, { key, head });
