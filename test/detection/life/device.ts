import { assess } from "../../../src/detection/assess.ts";
import type { Assessment } from "../../../src/detection/assessment.ts";
import { lessonOf } from "../../../src/detection/lesson.ts";
import type { HostHistory, RootAnswer } from "../../../src/detection/memory.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import type { Sighting } from "../../../src/detection/sighting.ts";
import { changeBy, current } from "../../../src/detection/sightings.ts";
import type { Watchlist } from "../../../src/watchlist/watchlist.ts";

/** A device that meets one connection after another: each is judged by what went before, and remembered. */
export class Device {
  loginNetwork = false;
  readonly answers = new Map<string, RootAnswer>();
  private readonly sightings = new Map<string, Sighting>();
  private readonly rootFirstSeen = new Map<string, number>();
  private readonly hosts = new Map<string, HostHistory>();
  private readonly watchlist: Watchlist;

  constructor(watchlist: Watchlist) {
    this.watchlist = watchlist;
  }

  async meet(observation: Observation): Promise<Assessment> {
    const { loginNetwork, answers, rootFirstSeen, hosts } = this;
    const sightings = current([...this.sightings.values()], observation.at);
    const memory = { loginNetwork, answers, rootFirstSeen, hosts, sightings };
    const assessment = await assess(observation, this.watchlist, memory);
    const lesson = lessonOf(observation, assessment, this.watchlist);
    if (!lesson) return assessment;
    const { sighting, addedRoot, history } = lesson;
    const { dropped, kept } = changeBy(sighting, sightings);
    for (const host of dropped) this.sightings.delete(host);
    if (kept) {
      this.sightings.delete(kept.host);
      this.sightings.set(kept.host, kept);
    }
    if (addedRoot !== null && !rootFirstSeen.has(addedRoot)) rootFirstSeen.set(addedRoot, sighting.at);
    if (history) hosts.set(sighting.host, history);
    return assessment;
  }

  /** There is a sign of another network, which may want a login. */
  changeNetwork(loginNetwork = false): void {
    this.sightings.clear();
    this.loginNetwork = loginNetwork;
  }
}
