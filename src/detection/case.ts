import type { Chain } from "../certificate/chain.ts";
import type { CertificateSummary } from "../certificate/summary.ts";
import type { ListedKey, Watchlist } from "../watchlist/watchlist.ts";
import type { Matches } from "./match.ts";
import type { Memory } from "./memory.ts";
import type { Observation } from "./observation.ts";
import type { RootStatus } from "./root-status.ts";

/** Everything a rule may look at: what was seen, what was computed from it, and what is known. */
export interface Case extends Matches {
  readonly observation: Observation;
  /** Null when no certificate was seen. */
  readonly chain: Chain | null;
  readonly certificates: readonly CertificateSummary[];
  readonly root: RootStatus | null;
  /** What is listed among the certificates that could not be read. */
  readonly unreadListed: readonly ListedKey[];
  readonly watchlist: Watchlist;
  readonly memory: Memory;
}
