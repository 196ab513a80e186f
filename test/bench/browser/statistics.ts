/** A figure with the interval in which it lies with 95 % confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 10_000;

/** The middle one, or the mean of the two in the middle; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The median of these, with the percentile interval of the bootstrap. */
export function bootstrap(numbers: readonly number[], random: () => number = Math.random): Estimate {
  const draw = () => numbers[Math.floor(random() * numbers.length)] ?? Number.NaN;
  const medians = Array.from({ length: RESAMPLES }, () => median(numbers.map(draw))).toSorted((a, b) => a - b);
  const at = (part: number) => medians[Math.round(part * (RESAMPLES - 1))] ?? Number.NaN;
  return { value: median(numbers), low: at(0.025), high: at(0.975) };
}

/** "1.03 (0.98 to 1.09)". */
export function text({ value, low, high }: Estimate, digits = 2): string {
  return `${value.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}
