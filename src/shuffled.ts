/** The same things in an order that tells nothing of the one they came in. */
export function shuffled<Thing>(things: Iterable<Thing>): Thing[] {
  return [...things]
    .map((thing) => ({ thing, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
