import type { BundleContents } from "../bundle/contents.ts";
import { EvidenceError } from "../evidence-error.ts";
import type { Fault } from "../fault.ts";
import { NewerFormError } from "../newer-form.ts";

/** What can be wrong with a bundle: the message `verify_problem_` + this, with "-" as "_". */
export type ProblemKey =
  | "form"
  | "missing-file"
  | "changed-file"
  | "unlisted-file"
  | "signature"
  | "other-signer"
  | "order"
  | "chain"
  | "head"
  | "stray-disclosure"
  | "second-disclosure"
  | "disclosure-order"
  | "contradiction"
  | "certificate-name"
  | "missing-certificate"
  | "stray-certificate"
  | "not-borne-out";

/** Something wrong. */
export interface Problem {
  readonly key: ProblemKey;
  /** Where, for example "records.jsonl, line 3". */
  readonly at: string;
  /** What is put into the sentence after the place, as `ProblemDetails`. From the bundle: to be shown as text only. */
  readonly details: readonly string[];
}

/** A fault comes last, in one piece of the sentence. */
type ProblemDetails<Key extends ProblemKey> = Key extends "form" | "contradiction"
  ? Fault
  : Key extends "not-borne-out"
    ? readonly [seq: string, ...claim: Fault]
    : readonly string[];

/**
 * What verifying says when nothing is wrong, too: the message `verify_` + this, with "-" as "_". In `details`: `records`: how many, and of
 * how many something is disclosed; `gap`: first and last number; `signed-by-expected`, `signer-unknown`, `signed-sums` (the place of
 * those two where something is wrong): the fingerprint of the key; `head`, `head-with-gaps`, `head-with-breaks`: the number of the record; `judged`, `stands`, `not-judged`, `not-checkable`: how many; `differs`: number, verdict by the bundle's list,
 * verdict by the current one; `recorded-otherwise`: number, recorded verdict, verdict by the current list; `lists`: the days of the two lists.
 */
export type StatementKey =
  | "records"
  | "gap"
  | "signed-by-expected"
  | "signer-unknown"
  | "signed-sums"
  | "sender-words"
  | "sealed"
  | "head"
  | "head-with-gaps"
  | "head-with-breaks"
  | "judged"
  | "stands"
  | "not-judged"
  | "not-checkable"
  | "differs"
  | "recorded-otherwise"
  | "lists";

export interface Statement {
  readonly key: StatementKey;
  readonly details: readonly string[];
}

/** What came out of verifying. Plain data, `contents` apart. */
export interface Verification {
  /** Whether nothing is wrong. */
  readonly whole: boolean;
  /** In the order in which they were found; the first `MOST_PROBLEMS`. */
  readonly problems: readonly Problem[];
  readonly statements: readonly Statement[];
  /** `keyFingerprint` of the key that signed it; null where nothing is signed, or not rightly. */
  readonly signer: string | null;
  /** What can be read of it, whole or not. */
  readonly contents: BundleContents;
}

/** What a verifier asks for beside the bundle. */
export interface Expectations {
  /** Fingerprint of the key that should have signed it; null when any may have. */
  readonly key: string | null;
  /** A seal that was given to somebody earlier; null without one. */
  readonly head: string | null;
}

/** More are not told: one edit can break every line after it. */
const MOST_PROBLEMS = 100;

/** What is found along the way. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly statements: Statement[] = [];
  readonly #keys = new Set<ProblemKey>();

  problem<Key extends ProblemKey>(key: Key, at: string, ...details: ProblemDetails<Key>): void {
    this.#keys.add(key);
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ key, at, details });
  }

  /** Whether there is such a problem, be it one of those that are not told. */
  has(key: ProblemKey): boolean {
    return this.#keys.has(key);
  }

  /** Tells what is not in the form. @throws a NewerFormError, for nothing can be said of such evidence; and what is no EvidenceError: it would be a fault of ours. */
  wrongForm(error: unknown): void {
    if (!(error instanceof EvidenceError) || error instanceof NewerFormError) throw error;
    this.problem("form", error.at, ...error.what);
  }

  say(key: StatementKey, ...details: readonly string[]): void {
    this.statements.push({ key, details });
  }
}
