/** How long what can wait is gathered, in milliseconds: a page begins to load dozens of things at once. */
const MOMENT = 100;

/** Does a thing for a tab once for all that happens within a moment, or at once where it cannot wait. */
export class Gathering {
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private readonly act: (tabId: number) => Promise<void>;

  constructor(act: (tabId: number) => Promise<void>) {
    this.act = act;
  }

  /** A moment after the first call; those in between are the same. */
  soon(tabId: number): void {
    if (this.timers.has(tabId)) return;
    this.timers.set(
      tabId,
      setTimeout(() => void this.now(tabId), MOMENT),
    );
  }

  /** Now, together with what waits. */
  async now(tabId: number): Promise<void> {
    clearTimeout(this.timers.get(tabId));
    this.timers.delete(tabId);
    await this.act(tabId);
  }
}
