import * as v from "valibot";

/** How long each part may be, in characters. */
export const LONGEST_LABEL = { country: 80, provider: 80, line: 80, note: 500 } as const;

const atMost = (length: number) => v.pipe(v.string(), v.maxLength(length));

/** What the user says of the network, in their own words; each part may be empty. */
export const NetworkLabel = v.object({
  country: atMost(LONGEST_LABEL.country),
  provider: atMost(LONGEST_LABEL.provider),
  line: atMost(LONGEST_LABEL.line),
  note: atMost(LONGEST_LABEL.note),
});
export type NetworkLabel = Readonly<v.InferOutput<typeof NetworkLabel>>;
