import type { Assessment } from "../../../src/detection/assessment.ts";
import { lessonOf } from "../../../src/detection/lesson.ts";
import type { Memory } from "../../../src/detection/memory.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";
import { NOTHING, readPast } from "../../memory-store/past.ts";
import { isLoginNetwork } from "../../platform/network.ts";
import { readSettings } from "../../settings/settings-in-force.ts";
import type { Network } from "./network.ts";
import { readAnswers, rememberHost, rememberRoot } from "./past.ts";

/** Everything that is remembered, for judging what was seen at this time by a window of this kind. */
export async function recall(network: Network, isPrivate: boolean, at: number): Promise<Memory> {
  const [{ roots, hosts }, answers, sightings, loginNetwork] = await Promise.all([
    // A profile that cannot be read is no reason to leave a connection unjudged.
    readPast().catch(() => NOTHING),
    readAnswers(isPrivate),
    network.sightings(isPrivate, at),
    isLoginNetwork(),
  ]);
  return {
    rootFirstSeen: new Map(Object.entries(roots).map(([key, { first }]) => [key, first])),
    sightings,
    hosts: new Map(Object.entries(hosts)),
    answers: new Map(Object.entries(answers)),
    loginNetwork,
  };
}

/** Remembers of a judged observation what later ones are compared with. Of private windows nothing outlives the browser. */
export async function remember(
  observation: Observation,
  assessment: Assessment,
  { network, watchlist, isPrivate }: { network: Network; watchlist: Watchlist; isPrivate: boolean },
): Promise<void> {
  const lesson = lessonOf(observation, assessment, watchlist);
  if (!lesson) return;
  const { sighting, addedRoot, history } = lesson;
  await network.add(sighting, isPrivate);
  const outlives = addedRoot !== null || history !== null;
  if (!outlives || isPrivate || !(await readSettings()).memory) return;
  if (addedRoot !== null) await rememberRoot(addedRoot, sighting.at);
  if (history) await rememberHost(sighting.host, history);
}
