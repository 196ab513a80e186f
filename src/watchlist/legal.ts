import * as v from "valibot";
import { Country, Day, inOrder, isBefore, LocalText, Text } from "./fields.ts";

/** A law, a body or an event, with the dates from which to which it holds; null where one is not known or not reached. */
const Statement = v.pipe(
  v.strictObject({
    from: v.nullable(Day),
    to: v.nullable(Day),
    text: LocalText,
    /** URLs of the originals or of who reports them, or the titles of works that are not on the web. */
    sources: v.pipe(v.array(Text), v.minLength(1, "a source is wanted")),
  }),
  v.forward(
    v.partialCheck(
      [["from"], ["to"]],
      ({ from, to }) => from === null || to === null || !isBefore(to, from),
      "it is before from",
    ),
    ["to"],
  ),
);

/** One file under legal/: what a country's law says of interception and certificates, who acts there, what happened. */
export const LegalDossier = v.strictObject({
  /** The name of the file, in upper case. */
  country: Country,
  laws: v.pipe(v.array(Statement), inOrder()),
  bodies: v.array(Statement),
  timeline: v.pipe(v.array(Statement), inOrder()),
  /** What the reader must not conclude; null where there is nothing to warn of. */
  caveat: v.nullable(LocalText),
});
export type LegalDossier = v.InferOutput<typeof LegalDossier>;
