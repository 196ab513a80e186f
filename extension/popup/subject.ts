import { VERDICTS } from "../../src/detection/verdict.ts";
import type { HostView, PageView } from "../messages.ts";

/** From here on a verdict is no reason to look at another host than the page's own. */
const FIRST_QUIET = VERDICTS.indexOf("nothing-found");

/** The host that the headline speaks of: the page's own, unless another one gives more reason for concern. */
export function subjectOf(view: PageView): HostView | undefined {
  const page = view.hosts.find((host) => host.isPage);
  const worst = [...view.hosts].sort((one, other) => rank(one) - rank(other))[0];
  if (!page || !worst) return worst;
  return rank(worst) < Math.min(rank(page), FIRST_QUIET) ? worst : page;
}

/** True when nothing was found on a host or it was not checked. */
export function isQuiet(host: HostView): boolean {
  return rank(host) >= FIRST_QUIET;
}

function rank(host: HostView): number {
  return VERDICTS.indexOf(host.assessment.verdict);
}
