import * as v from "valibot";
import { Day, Sha256, Text } from "./fields.ts";

/** public-roots.json: the keys of the roots that public programmes ship or shipped. */
export const PublicRoots = v.strictObject({
  /** The day on which the facts of the watchlist were last collected. */
  date: v.pipe(Day, v.length(10, "a whole date is wanted")),
  /** Which programmes, and of when, in one sentence or two. */
  programmes: Text,
  /** SHA-256 of the SubjectPublicKeyInfo. */
  spkiSha256: v.array(Sha256),
});
export type PublicRoots = v.InferOutput<typeof PublicRoots>;
