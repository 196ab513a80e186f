const PREFIX = "records=";

/** The part of an address that names records, to stand behind its "#": "records=3,7-12". */
export function numbersFragment(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const before = ranges.at(-1);
    if (before?.[1] === number - 1) before[1] = number;
    else ranges.push([number, number]);
  }
  return PREFIX + ranges.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join();
}

/** Those of some numbers that such a part of an address names; none where it is of another form. */
export function numbersNamed(fragment: string, numbers: readonly number[]): ReadonlySet<number> {
  if (!/^records=\d+(-\d+)?(,\d+(-\d+)?)*$/.test(fragment)) return new Set();
  const ranges = fragment
    .slice(PREFIX.length)
    .split(",")
    .map((range) => range.split("-").map(Number))
    .map(([first = 0, last = first]) => [first, last] as const);
  return new Set(numbers.filter((number) => ranges.some(([first, last]) => first <= number && number <= last)));
}
