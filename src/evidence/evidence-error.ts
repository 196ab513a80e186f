import type { Fault } from "./fault.ts";

/** Something that is not in the form in which Rootwatch writes evidence. Its message is for developers; `errorText` says it to a person. */
export class EvidenceError extends Error {
  /** Where, for example "records.jsonl, line 3". */
  readonly at: string;
  /** What is wrong there. */
  readonly what: Fault;

  constructor(at: string, ...what: Fault) {
    super(`${at}: ${what.join(" ")}`);
    this.name = "EvidenceError";
    this.at = at;
    this.what = what;
  }
}
