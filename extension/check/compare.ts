import type { Check } from "../check-store/check-state.ts";
import { certificateName } from "../components/certificate-name.ts";
import type { HostView } from "../views/page-view.ts";

/** One host of two checks. */
export interface ComparedHost {
  readonly target: string;
  /** What each check saw; null where it saw nothing of this host. */
  readonly views: readonly [HostView | null, HostView | null];
  /** Whether another root, another verdict or another outcome was seen; false where one of them saw nothing. */
  readonly differs: boolean;
}

/** Two checks side by side: the hosts of the first, then those that only the second has. */
export function compareChecks(first: Check, second: Check): readonly ComparedHost[] {
  const targets = new Set([...first.hosts, ...second.hosts].map(({ target }) => target));
  return [...targets].map((target) => {
    const [a, b] = [viewOf(first, target), viewOf(second, target)];
    return { target, views: [a, b], differs: a !== null && b !== null && outcomeKey(a) !== outcomeKey(b) };
  });
}

/** What to call the root that the browser's chain ends in; null when no root was seen. */
export function rootName(view: HostView): string | null {
  const root = rootOf(view);
  return root ? certificateName(root) : null;
}

function rootOf({ basis, assessment }: HostView) {
  return basis === "browser-built" ? assessment.certificates.at(-1) : undefined;
}

function outcomeKey(view: HostView): string {
  return JSON.stringify([rootOf(view)?.spkiSha256, view.assessment.verdict, view.unseen, view.errorCode]);
}

function viewOf({ hosts }: Check, target: string): HostView | null {
  return hosts.find((host) => host.target === target)?.view ?? null;
}
