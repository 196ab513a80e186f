import type { CertificateSummary } from "../../src/certificate/summary.ts";
import type { Assessment, LinkSummary, MatchStrength } from "../../src/detection/assessment.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import type { HostView } from "../views/page-view.ts";

/** One certificate of a drawn chain, with what joins it to the next. */
export interface ChainStep {
  readonly certificate: CertificateSummary;
  readonly position: "leaf" | "intermediate" | "root";
  /** How it matched the list; null when it did not. */
  readonly match: MatchStrength | null;
  /** Whether it matched the user's own list. */
  readonly isOwn: boolean;
  /** What the match calls for. */
  readonly verdict: Verdict | null;
  /** Whether the next one signed it; null for the last. */
  readonly link: LinkSummary["signature"] | "none" | null;
}

/** The certificates in the order to draw: the verified path first, then whatever else came. `complete` says that nothing is missing above. */
export function chainSteps(
  assessment: Assessment,
  basis: HostView["basis"],
): { steps: ChainStep[]; complete: boolean } {
  const { certificates, links, path, findings, kind } = assessment;
  const order = [...path, ...certificates.map((_, index) => index).filter((index) => !path.includes(index))];
  const steps: ChainStep[] = [];
  for (const [place, index] of order.entries()) {
    const certificate = certificates[index];
    if (!certificate) continue;
    const next = order[place + 1];
    const matching = findings.find((finding) => finding.certificate === index && finding.match !== null);
    const isLeaf = place === 0 && kind === "connection";
    const isRoot = certificate.subject === certificate.issuer || (basis === "browser-built" && next === undefined);
    steps.push({
      certificate,
      position: isLeaf ? "leaf" : isRoot ? "root" : "intermediate",
      match: matching?.match ?? null,
      isOwn: matching?.rule === "own-entry",
      verdict: matching?.verdict ?? null,
      link: next === undefined ? null : signatureBetween(links, index, next),
    });
  }
  const last = steps.at(-1)?.certificate;
  const complete = kind !== "connection" || basis === "browser-built" || last?.subject === last?.issuer;
  return { steps, complete };
}

function signatureBetween(
  links: readonly LinkSummary[],
  child: number,
  issuer: number,
): LinkSummary["signature"] | "none" {
  return links.find((link) => link.child === child && link.issuer === issuer)?.signature ?? "none";
}
