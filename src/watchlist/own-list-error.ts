/**
 * `not-json`: no JSON at all; `other-format`: JSON, but no own list; `other-version`: a list of another version of the format, as a newer
 * Rootwatch may write; `too-many`: more entries than are kept; `bad-entry`: a field is missing, unknown or not what it should be;
 * `wrong-hash`: a stated hash is not that of the stated key; `duplicate`: the same certificate or key twice.
 */
export type OwnListFault =
  | "not-json"
  | "other-format"
  | "other-version"
  | "too-many"
  | "bad-entry"
  | "wrong-hash"
  | "duplicate";

/** An own list cannot be used. The message is a sentence for whoever wrote or edited the list, naming the place. */
export class OwnListError extends Error {
  override readonly name = "OwnListError";
  readonly fault: OwnListFault;
  /** Path in the list, such as "entries.3.publicKey"; "list" when it is about the whole. */
  readonly at: string;

  constructor(fault: OwnListFault, at: string, text: string) {
    super(`${at}: ${text}`);
    this.fault = fault;
    this.at = at;
  }
}
