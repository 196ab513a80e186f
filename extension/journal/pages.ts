/** As many records are shown at once. */
export const PAGE_SIZE = 25;

/** A part of a list that is shown at once. */
export interface Part<Item> {
  readonly items: readonly Item[];
  /** Counted from 1; 1 of 1 for an empty list. */
  readonly page: number;
  readonly pages: number;
  /** Where in the list the first and the last of them stand, counted from 1; 0 when there is none. */
  readonly first: number;
  readonly last: number;
}

/** A page of a list; the nearest one when there is none of that number. @param page counted from 1. */
export function partOf<Item>(list: readonly Item[], page: number): Part<Item> {
  const pages = Math.max(1, Math.ceil(list.length / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  const start = (shown - 1) * PAGE_SIZE;
  const items = list.slice(start, start + PAGE_SIZE);
  return { items, page: shown, pages, first: items.length && start + 1, last: start + items.length };
}
