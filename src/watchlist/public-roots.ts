import * as v from "valibot";
import { Day, Sha256, Text } from "./fields.ts";

/**
 * public-roots.json: the keys of the roots that public programmes ship or shipped, as SHA-256 of the SubjectPublicKeyInfo. A root that
 * lost its trust and is listed for that under authorities/ is not among them: where it is still trusted, somebody has seen to that.
 */
export const PublicRoots = v.strictObject({
  /** The day on which the facts of the watchlist were last collected. */
  date: v.pipe(Day, v.length(10, "a whole date is wanted")),
  /** Which programmes, and of when, in one sentence or two. */
  programmes: Text,
  /** In the newest collection known of a programme. */
  current: v.array(Sha256),
  /** In older collections only. */
  past: v.array(Sha256),
});
export type PublicRoots = v.InferOutput<typeof PublicRoots>;
