import type { HostView } from "../../extension/views/page-view.ts";
import type { CertificateSummary } from "../../src/certificate/summary.ts";
import type { Verdict } from "../../src/detection/verdict.ts";

/** What a check may be told of a host. With `root` a chain was seen that ends in the root with that key. */
export function someView(host: string, verdict: Verdict, root?: string): HostView {
  const seen = root === undefined ? [] : [{ spkiSha256: root } as CertificateSummary];
  return {
    host,
    isPage: false,
    isBefore: false,
    connection: "probe",
    basis: root === undefined ? "error" : "browser-built",
    outcome: root === undefined ? "stopped" : "passed",
    source: "browser-error",
    unseen: null,
    errorCode: null,
    at: 0,
    assessment: {
      kind: "connection",
      verdict,
      authority: null,
      certificates: seen,
      links: [],
      path: [],
      root: null,
      findings: [],
    },
    rootAnswer: null,
    quietedBy: null,
    root: null,
  };
}
