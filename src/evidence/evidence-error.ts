/** Something that is not in the form in which Rootwatch writes evidence. */
export class EvidenceError extends Error {
  /** Where, for example "records.jsonl, line 3". */
  readonly at: string;
  /** What is wrong there. */
  readonly what: string;

  /** @param what what is wrong there, in plain English without a full stop. */
  constructor(at: string, what: string) {
    super(`${at}: ${what}`);
    this.name = "EvidenceError";
    this.at = at;
    this.what = what;
  }
}
