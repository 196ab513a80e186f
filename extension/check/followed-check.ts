import { type Check, newCheck } from "../check-store/check-state.ts";

/**
 * The check that a page follows. Its end is told in the same turn as it is shown: whoever sees an ended check finds it among the kept ones
 * too, and words given to it can never be overtaken by its first keeping.
 */
export class FollowedCheck {
  private check: Check | null = null;
  private readonly show: (check: Check) => void;
  private readonly onEnd: (check: Check) => void;

  constructor(show: (check: Check) => void, onEnd: (check: Check) => void) {
    this.show = show;
    this.onEnd = onEnd;
  }

  /** Follows a new check from now on, and the one before no more. */
  begin(targets: readonly string[]): void {
    this.check = newCheck(targets);
    this.show(this.check);
  }

  /** Changes the check; the same object back means no change. */
  change(to: (check: Check) => Check): void {
    const before = this.check;
    const after = before && to(before);
    if (!before || !after || after === before) return;
    this.check = after;
    this.show(after);
    if (after.ending !== null && before.ending === null) this.onEnd(after);
  }
}
