import { assessExamined, type Examined, examine } from "../../detection/assess.ts";
import type { Assessment } from "../../detection/assessment.ts";
import { NO_MEMORY } from "../../detection/memory.ts";
import type { Observation } from "../../detection/observation.ts";
import type { Watchlist } from "../../watchlist/watchlist.ts";

/** Judges an observation by one list. @param hashes of its certificates, in their order. */
export type Judge = (observation: Observation, hashes: readonly string[]) => Promise<Assessment>;

/**
 * What judges by the certificates alone: that a browser joined them to a path is a record's word, which no proof may rest on. One chain is
 * seen on many days: what takes time to find out of it is found out once.
 */
export function judgeBy(watchlist: Watchlist): Judge {
  const known = new Map<string, Promise<Examined>>();
  const judge: Judge = async (observation, hashes) => {
    const { basis, unread } = observation;
    const exception = "exceptionAccepted" in observation && observation.exceptionAccepted;
    const id = [basis, exception, unread?.isLeafUnread, ...hashes].join();
    const examined = known.get(id) ?? examine(observation, watchlist);
    known.set(id, examined);
    return assessExamined(observation, await examined, watchlist, NO_MEMORY);
  };
  return async (observation, hashes) => {
    const assessment = await judge(observation, hashes);
    const isAlone = observation.basis !== "browser-built" || isSignedThroughout(assessment);
    return isAlone ? assessment : judge({ ...observation, basis: "sent" }, hashes);
  };
}

function isSignedThroughout({ certificates, links }: Assessment): boolean {
  const signers = links.filter(({ signature }) => signature === "valid").map(({ issuer }) => issuer);
  return new Set([0, ...signers]).size === certificates.length;
}
