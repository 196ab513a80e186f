/** How long an answer about a connection stands before it is asked for again, in milliseconds. */
const LIFETIME = 10_000;

/** Beyond this many, answers that have run out are dropped. */
const MOST_KEPT = 500;

interface Entry<Answer> {
  readonly group: string;
  readonly until: number;
  readonly answer: Promise<Answer>;
  /** Whether the next request asks again. */
  readonly again: boolean;
  /** Whether this is the second answer of one lifetime. */
  readonly last: boolean;
}

/**
 * Short-lived answers by connection. A host that was just inspected is not inspected again, and requests that start together share one
 * answer. It may be lost at any time: the next request asks again.
 */
export class Memo<Answer> {
  private readonly answers = new Map<string, Entry<Answer>>();

  /**
   * The answer that stands for this key, or the one that `ask` begins to give, in the same turn of the event loop.
   * @param group what the key belongs to, for `deleteGroup`.
   */
  get(
    group: string,
    key: string,
    ask: () => Promise<Answer>,
  ): { readonly answer: Promise<Answer>; readonly isNew: boolean } {
    const now = Date.now();
    const known = this.answers.get(key);
    const stands = known !== undefined && isWithinLifetime(known, now);
    if (stands && !known.again) return { answer: known.answer, isNew: false };
    const answer = ask();
    this.answers.set(key, { group, until: stands ? known.until : now + LIFETIME, answer, again: false, last: stands });
    if (this.answers.size > MOST_KEPT) this.dropOld(now);
    return { answer, isNew: true };
  }

  /** Has the next request ask again although this answer stands; once in an answer's lifetime. */
  askAgain(key: string): void {
    const known = this.answers.get(key);
    if (known && !known.last) this.answers.set(key, { ...known, again: true });
  }

  /** Drops every answer of a group. */
  deleteGroup(group: string): void {
    for (const [key, answer] of this.answers) if (answer.group === group) this.answers.delete(key);
  }

  clear(): void {
    this.answers.clear();
  }

  private dropOld(now: number): void {
    for (const [key, entry] of this.answers) if (!isWithinLifetime(entry, now)) this.answers.delete(key);
  }
}

/** A clock that was put back must not let an answer stand for hours. */
const isWithinLifetime = ({ until }: { readonly until: number }, now: number) => now < until && until <= now + LIFETIME;
