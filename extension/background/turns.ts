/** Things that must not overlap: each begins when the one before has ended, however that ended. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** @returns what the work gives; rejects as it does. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => null);
    return turn;
  }
}
