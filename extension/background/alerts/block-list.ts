import * as v from "valibot";
import { stopRequests } from "../../platform/stop-requests.ts";
import { DEFAULT_TARGETS } from "../../settings/default-targets.ts";
import { readSettings } from "../../settings/settings-in-force.ts";
import type { BlockView } from "../../views/alerts-view.ts";
import { StoredList } from "../stored-list.ts";
import { Turns } from "../turns.ts";
import type { AlertSession } from "./session.ts";

const Block = v.strictObject({
  host: v.string(),
  /** As `rootBinding` says. */
  binding: v.string(),
  /** Whose key was met; null where none is named. */
  authority: v.nullable(v.string()),
  /** Milliseconds since 1970. */
  at: v.number(),
});
export type Block = v.InferOutput<typeof Block>;

type KnownBlock = BlockView & { readonly isPrivate: boolean; readonly binding: string };

/**
 * Browsers take a thousand rules with an expression, and refuse all of a change that goes beyond, also one that lets a host pass again.
 * Each host needs two, and there are two lists; the oldest hosts give way.
 */
const MOST_KEPT = 250;

/** Hosts to which nothing more goes until the user lets it. What was met in a private window is not written to disk. */
export class BlockList {
  private readonly lasting = new StoredList("local", "blocked", Block);
  private readonly passing = new StoredList("session", "blocked-privately", Block);
  private readonly session: AlertSession;
  private readonly turns = new Turns();

  constructor(session: AlertSession) {
    this.session = session;
  }

  async add(block: Block, isPrivate: boolean): Promise<void> {
    const list = isPrivate ? this.passing : this.lasting;
    await list.update((blocks) => [...without(blocks, block.host), block].slice(-MOST_KEPT));
    await this.enforce();
  }

  async remove(host: string): Promise<void> {
    for (const list of [this.lasting, this.passing]) {
      await list.update((blocks) => (blocks.some((block) => block.host === host) ? without(blocks, host) : blocks));
    }
    await this.enforce();
  }

  /** Why nothing goes to a host; null when the level lets it, or nothing is known against it. */
  async find(host: string): Promise<KnownBlock | null> {
    return (await isOn()) ? this.findAtAnyLevel(host) : null;
  }

  /** What is known against a host, whether or not the level has it stopped now; null when nothing is. */
  async findAtAnyLevel(host: string): Promise<KnownBlock | null> {
    const [lasting, passing] = [await this.lasting.get(), await this.passing.get()];
    const own = [...lasting, ...passing].find((block) => block.host === host);
    if (own) return { ...own, kind: "host", isPrivate: !lasting.includes(own) };
    const targets = await this.session.targets();
    const target = (await this.stoppedTargets()).find((name) => host === name || host.endsWith(`.${name}`));
    if (!targets || target === undefined) return null;
    return { kind: "target", host: target, authority: targets.authority, at: null, isPrivate: true, binding: "" };
  }

  /** Everything that is stopped, the newest host first, the default targets last. */
  async all(): Promise<BlockView[]> {
    const blocks = [...(await this.lasting.get()), ...(await this.passing.get())].toSorted((a, b) => b.at - a.at);
    const authority = (await this.session.targets())?.authority ?? null;
    return [
      ...blocks.map(({ binding: _, ...block }) => ({ kind: "host", ...block }) as const),
      ...(await this.stoppedTargets()).map((host) => ({ kind: "target", host, authority, at: null }) as const),
    ];
  }

  /** Makes the browser's rules those that follow from what is stored; also after a start, when rules may have outlived their reason. */
  enforce(): Promise<void> {
    const turn = this.turns.take(async () => {
      if (!(await isOn())) return stopRequests([], []);
      const domains = await this.stoppedTargets();
      // What is stopped stays so while a list cannot be read.
      const [lasting, passing] = [await this.lasting.getWhole(), await this.passing.getWhole()];
      return stopRequests(lasting, [...passing, ...(domains.length > 0 ? [{ domains }] : [])]);
    });
    // A browser that refuses the rules still warns.
    return turn.catch(() => undefined);
  }

  private async stoppedTargets(): Promise<string[]> {
    const targets = await this.session.targets();
    return targets ? DEFAULT_TARGETS.filter((name) => !targets.allowed.includes(name)) : [];
  }
}

const without = (blocks: readonly Block[], host: string) => blocks.filter((block) => block.host !== host);

const isOn = async () => (await readSettings()).alertLevel === "block";
