import { type Chain, linkChain, mainPath } from "../certificate/chain.ts";
import { hexDigest } from "../certificate/fingerprint.ts";
import { summarise } from "../certificate/summary.ts";
import type { ListedKey, Watchlist } from "../watchlist/watchlist.ts";
import type { Assessment } from "./assessment.ts";
import type { Case } from "./case.ts";
import { conclude } from "./conclude.ts";
import { matchChain, NO_MATCHES } from "./match.ts";
import type { Memory } from "./memory.ts";
import type { Observation, Unread } from "./observation.ts";
import { rootStatus } from "./root-status.ts";
import { addedRoot } from "./rules/added-root.ts";
import { boxMarks } from "./rules/box-marks.ts";
import { browserNamedIt } from "./rules/browser-named-it.ts";
import { chain as chainRule } from "./rules/chain.ts";
import { expectedHost } from "./rules/expected-host.ts";
import { inspectionProduct } from "./rules/inspection-product.ts";
import { listedAuthority } from "./rules/listed-authority.ts";
import { loginNetwork } from "./rules/login-network.ts";
import { madeOnTheFly } from "./rules/made-on-the-fly.ts";
import { missingTransparency } from "./rules/missing-transparency.ts";
import { notInspected } from "./rules/not-inspected.ts";
import { ownEntry } from "./rules/own-entry.ts";
import { refused } from "./rules/refused.ts";
import { rootChanged } from "./rules/root-changed.ts";
import type { Rule } from "./rules/rule.ts";
import { selectiveInterception } from "./rules/selective-interception.ts";
import { selectiveRefusal } from "./rules/selective-refusal.ts";
import { stateKeyAbroad } from "./rules/state-key-abroad.ts";
import { unread } from "./rules/unread.ts";
import { userAnswer } from "./rules/user-answer.ts";

/** Every rule there is. A new one is a file beside them and a line here. The user's answer stays last: `reconsider` adds it there. */
const RULES: readonly Rule[] = [
  listedAuthority,
  ownEntry,
  browserNamedIt,
  selectiveInterception,
  selectiveRefusal,
  boxMarks,
  stateKeyAbroad,
  refused,
  addedRoot,
  rootChanged,
  expectedHost,
  inspectionProduct,
  loginNetwork,
  madeOnTheFly,
  missingTransparency,
  chainRule,
  unread,
  notInspected,
  userAnswer,
];

/** What takes time to find out of an observation: signatures checked and keys compared. */
export type Examined = Pick<Case, "chain" | "certificates" | "matches" | "unchecked" | "unreadListed">;

/**
 * Judges an observation: signatures are checked and keys compared first, then every rule speaks, and the worst finding is the verdict.
 * @returns never rejects on account of what the certificates hold.
 */
export async function assess(observation: Observation, watchlist: Watchlist, memory: Memory): Promise<Assessment> {
  return assessExamined(observation, await examine(observation, watchlist), watchlist, memory);
}

/**
 * The first half of `assess`. Its outcome rests on the certificates, on the basis, on whether an exception was accepted and on what was
 * not read; so observations that agree in these may share it.
 */
export async function examine(observation: Observation, watchlist: Watchlist): Promise<Examined> {
  const given = "certificates" in observation ? observation.certificates : [];
  const leafFirst = observation.basis !== "file" && !observation.unread?.isLeafUnread;
  const validated = observation.basis === "browser-built" && !observation.exceptionAccepted;
  const chain = given.length > 0 ? await linkChain(given, leafFirst, validated) : null;
  const certificates = await Promise.all(given.map(summarise));
  const compared = chain ? await matchChain(chain, certificates, watchlist, leafFirst) : NO_MATCHES;
  return { chain, certificates, ...compared, unreadListed: await listedAmong(observation.unread, watchlist) };
}

/** The second half of `assess`. @param examined by the same watchlist. */
export function assessExamined(
  observation: Observation,
  examined: Examined,
  watchlist: Watchlist,
  memory: Memory,
): Assessment {
  const { chain, certificates } = examined;
  const root = rootStatus(observation, chain, certificates, watchlist);
  const on: Case = { observation, ...examined, root, watchlist, memory };
  const conclusion = conclude(
    RULES.flatMap((rule) => rule(on)),
    chain !== null,
  );
  return {
    kind: kindOf(observation, chain),
    ...conclusion,
    certificates,
    links: chain?.links ?? [],
    path: chain ? mainPath(chain) : [],
    root,
  };
}

async function listedAmong(unread: Unread | undefined, watchlist: Watchlist): Promise<ListedKey[]> {
  const found = await Promise.all(
    (unread?.certificates ?? []).map(async ({ der, spkiSha256 }) => {
      const [sha256, sha1] = await Promise.all([hexDigest("SHA-256", der), hexDigest("SHA-1", der)]);
      return (
        watchlist.findCertificate(sha256, sha1) ?? (spkiSha256 === undefined ? null : watchlist.findKey(spkiSha256))
      );
    }),
  );
  return found.filter((listed) => listed !== null);
}

function kindOf(observation: Observation, chain: Chain | null): Assessment["kind"] {
  if (chain) return chain.endEntity ? "connection" : "certificate";
  return observation.basis === "error" ? "connection" : null;
}
