/** How long an answer about a connection stands before it is asked for again, in milliseconds. */
const LIFETIME = 10_000;

/** Beyond this many, answers that have run out are dropped. */
const MOST_KEPT = 500;

/**
 * Short-lived answers by connection. A host that was just inspected is not inspected again, and requests that start together share one
 * answer. It may be lost at any time: the next request asks again.
 */
export class Memo<Answer> {
  private readonly answers = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>();

  /** The answer that stands for this key, or the one that `ask` begins to give, in the same turn of the event loop. */
  get(key: string, ask: () => Promise<Answer>): { readonly answer: Promise<Answer>; readonly isNew: boolean } {
    const now = Date.now();
    const known = this.answers.get(key);
    if (known && known.until > now) return { answer: known.answer, isNew: false };
    const answer = ask();
    this.answers.set(key, { until: now + LIFETIME, answer });
    if (this.answers.size > MOST_KEPT) this.dropOld(now);
    return { answer, isNew: true };
  }

  delete(key: string): void {
    this.answers.delete(key);
  }

  clear(): void {
    this.answers.clear();
  }

  private dropOld(now: number): void {
    for (const [key, { until }] of this.answers) if (until <= now) this.answers.delete(key);
  }
}
