/**
 * Does some work while nothing else of this name is at work anywhere in the extension. Whoever is ended in the middle lets the next one
 * in.
 */
export function exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, work) as Promise<Result>;
}
