/**
 * What can be wrong with evidence, and what goes into the message that says so: `fault_` + this, with "-" as "_". The details are from the
 * evidence: to be shown as text only. `why` and `path` are the words of a validator or of the system, in English.
 */
interface FaultDetails {
  // An archive.
  "too-many-files": [most: string];
  "too-large": [bytes: string, most: string];
  "unknown-file": [name: string];
  "second-file": [name: string];
  "no-zip": [];
  "ends-in-header": [];
  "ends-in-file": [];
  compressed: [];
  "locked-file": [];
  "long-name": [];
  "other-bytes": [];
  // What is encrypted, or cannot be read or written.
  "needs-secret": [];
  "not-decrypted": [why: string];
  "not-readable": [why: string];
  "not-written": [why: string];
  // The form of a file or a line.
  "newer-form": [format: string];
  "not-utf8": [];
  "not-json": [];
  "no-line-end": [];
  "long-line": [most: string];
  "other-line-form": [];
  "no-record": [path: string, why: string];
  "no-disclosure": [why: string];
  "bad-field": [name: string, why: string];
  "no-sealed-record": [why: string];
  "no-pem": [label: string];
  "bad-certificate": [why: string];
  "bad-list": [path: string, why: string];
  "bad-public-key": [why: string];
  "wrong-key-hash": [actual: string, given: string];
  "no-sum": [];
  "sums-order": [];
  // What is not there, or not as it was.
  "missing-record": [seq: string];
  "missing-field": [];
  "lost-certificate": [];
  "changed-record": [];
  "removed-key": [];
  // Statements that do not agree.
  "no-moment": [name: string, value: string];
  "not-within": [inner: string, outer: string];
  "other-authority": [authority: string];
  "other-key": [];
  "other-reasons": [];
  "no-verdict": [verdict: string];
  "reasons-call-for": [verdict: string, said: string];
  "nothing-seen-verdict": [verdict: string];
  "nothing-seen-named": [];
  "counts-nothing": [];
  "counts-uncounted": [seq: string, of: string];
  "counts-later": [seq: string, of: string];
  "counts-other-day": [seq: string, of: string, said: string, day: string];
  "key-of-no-certificate": [];
  "clock-earlier": [seq: string];
  "clock-later": [seq: string];
  "leaf-key": [];
  "not-leaf-key": [];
  "names-other-field": [name: string, other: string];
  "shared-digest": [name: string];
  // What a record claims, and its certificates do not show.
  "claims-verdict": [verdict: string];
  "claims-proof": [rule: string, authority: string];
  "claims-authority": [authority: string];
  "claims-key": [key: string];
}
export type FaultKey = keyof FaultDetails;

/** A fault with its details. */
export type Fault = { readonly [Key in FaultKey]: readonly [key: Key, ...details: FaultDetails[Key]] }[FaultKey];
