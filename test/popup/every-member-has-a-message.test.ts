import { expect, test } from "vitest";
import messages from "../../extension/_locales/en/messages.json";
import type { Period } from "../../extension/dossier/period.ts";
import { messageKey } from "../../extension/platform/message-key.ts";
import type { HostView } from "../../extension/views/page-view.ts";
import { type MatchStrength, REASONS, type Strength } from "../../src/detection/assessment.ts";
import type { Source, UnseenReason } from "../../src/detection/observation.ts";
import { VERDICTS } from "../../src/detection/verdict.ts";
import type { FaultKey } from "../../src/evidence/fault.ts";
import type { ProblemKey, StatementKey } from "../../src/evidence/verify/verification.ts";
import type { ListedCertificate, Role } from "../../src/watchlist/authority.ts";

// Types leave nothing behind to count; these tables do not compile until they name every member.
const UNSEEN: Record<UnseenReason, true> = {
  "not-encrypted": true,
  "browser-page": true,
  "browser-does-not-show": true,
  "from-cache": true,
  restricted: true,
  "ruled-out": true,
  "no-answer": true,
  "loaded-before": true,
  "did-not-open": true,
  reset: true,
  "timed-out": true,
  unreadable: true,
};
const SOURCES: Record<Source, true> = {
  "firefox-security-info": true,
  "chrome-security-info": true,
  "chrome-inspect": true,
  "browser-error": true,
  file: true,
  none: true,
};
const CONNECTIONS: Record<HostView["connection"], true> = { page: true, probe: true, supplied: true };
const BASES: Record<HostView["basis"], true> = {
  "browser-built": true,
  "leaf-only": true,
  sent: true,
  file: true,
  error: true,
  none: true,
};
const STRENGTHS: Record<Strength, true> = { proof: true, sign: true, context: true };
const MATCHES: Record<MatchStrength, true> = {
  certificate: true,
  "public-key": true,
  signature: true,
  "key-identifier": true,
  name: true,
};
const ROLES: Record<Role, true> = {
  interception: true,
  "private-key-public": true,
  misissued: true,
  "state-operated": true,
  "distrusted-ca": true,
};
const POSITIONS: Record<ListedCertificate["position"], true> = {
  root: true,
  intermediate: true,
  leaf: true,
  presented: true,
  key: true,
};
const PERIODS: Record<Period["kind"], true> = { at: true, range: true, since: true, until: true, unknown: true };
const PROBLEMS: Record<ProblemKey, true> = {
  form: true,
  "missing-file": true,
  "changed-file": true,
  "unlisted-file": true,
  signature: true,
  "other-signer": true,
  order: true,
  chain: true,
  head: true,
  "stray-disclosure": true,
  "second-disclosure": true,
  "disclosure-order": true,
  contradiction: true,
  "certificate-name": true,
  "missing-certificate": true,
  "stray-certificate": true,
  "not-borne-out": true,
};
const STATEMENTS: Record<StatementKey, true> = {
  records: true,
  gap: true,
  "signed-by-expected": true,
  "signer-unknown": true,
  "signed-sums": true,
  sealed: true,
  head: true,
  "head-with-gaps": true,
  "head-with-breaks": true,
  judged: true,
  stands: true,
  "not-judged": true,
  "not-checkable": true,
  "sender-words": true,
  differs: true,
  "recorded-otherwise": true,
  lists: true,
};
const FAULTS: Record<FaultKey, true> = {
  "too-many-files": true,
  "too-large": true,
  "unknown-file": true,
  "second-file": true,
  "no-zip": true,
  "ends-in-header": true,
  "ends-in-file": true,
  compressed: true,
  "locked-file": true,
  "long-name": true,
  "other-bytes": true,
  "needs-secret": true,
  "not-decrypted": true,
  "not-readable": true,
  "not-written": true,
  "newer-form": true,
  "not-utf8": true,
  "not-json": true,
  "no-line-end": true,
  "long-line": true,
  "other-line-form": true,
  "no-record": true,
  "no-disclosure": true,
  "bad-field": true,
  "no-sealed-record": true,
  "no-pem": true,
  "bad-certificate": true,
  "bad-list": true,
  "bad-public-key": true,
  "wrong-key-hash": true,
  "no-sum": true,
  "sums-order": true,
  "missing-record": true,
  "missing-field": true,
  "lost-certificate": true,
  "changed-record": true,
  "removed-key": true,
  "no-moment": true,
  "not-within": true,
  "other-authority": true,
  "other-key": true,
  "other-reasons": true,
  "no-verdict": true,
  "reasons-call-for": true,
  "nothing-seen-verdict": true,
  "nothing-seen-named": true,
  "counts-nothing": true,
  "counts-uncounted": true,
  "counts-later": true,
  "counts-other-day": true,
  "key-of-no-certificate": true,
  "clock-earlier": true,
  "clock-later": true,
  "leaf-key": true,
  "not-leaf-key": true,
  "names-other-field": true,
  "shared-digest": true,
  "claims-verdict": true,
  "claims-proof": true,
  "claims-authority": true,
  "claims-key": true,
};

test.each([
  ["verdict", [...VERDICTS]],
  ["meaning", [...VERDICTS]],
  ["reason", REASONS],
  ["reason_unseen", Object.keys(UNSEEN)],
  ["source", Object.keys(SOURCES)],
  ["connection", Object.keys(CONNECTIONS)],
  ["basis", Object.keys(BASES)],
  ["strength", Object.keys(STRENGTHS)],
  ["match", Object.keys(MATCHES)],
  ["role", Object.keys(ROLES)],
  ["role_meaning", Object.keys(ROLES)],
  ["chain", Object.keys(POSITIONS)],
  ["period", Object.keys(PERIODS)],
  ["verify_problem", Object.keys(PROBLEMS)],
  ["verify", Object.keys(STATEMENTS)],
  ["fault", Object.keys(FAULTS)],
])("every %s has its message", (family, members) => {
  const keys = members.map((member) => messageKey(family, member));
  expect(Object.keys(messages)).toEqual(expect.arrayContaining(keys));
});
