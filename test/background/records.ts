import type { HostRecord, TabState } from "../../extension/background/tab-state.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import { summary } from "../popup/certificate.ts";

/** What a tab keeps of a host that Firefox showed, unless told otherwise. */
export function record(host: string, verdict: Verdict, differently: Partial<HostRecord> = {}): HostRecord {
  return {
    host,
    part: host === "page.example" || host === "short.example" || host === "bad.example" ? "page" : "resource",
    connection: "page",
    basis: "browser-built",
    outcome: "passed",
    source: "firefox-security-info",
    unseen: null,
    errorCode: null,
    at: 0,
    rootKey: null,
    assessment: {
      kind: "connection",
      verdict,
      authority: null,
      certificates: [],
      links: [],
      path: [],
      root: null,
      findings: [],
    },
    ...differently,
  };
}

/** How a refusal by the browser differs. */
export const STOPPED = { basis: "error", outcome: "stopped", source: "browser-error", errorCode: "CODE" } as const;

/** How a host differs of which the browser showed nothing. */
export const UNSEEN = { basis: "none", outcome: "unknown", source: "none", unseen: "browser-does-not-show" } as const;

/** How what Inspect saw differs. */
export const PROBE = { connection: "probe", source: "chrome-inspect" } as const;

/** What the popup is told beside a tab where nothing is kept or remembered, and nothing went wrong. */
export const NOTHING_MORE = {
  situation: { keeping: "warn-only", inSession: 0, isPrivate: false, keySince: null },
  trouble: null,
  failures: [],
} as const;

/** Host and verdict of every record of the page that a tab shows. */
export function shown({ current }: TabState): string[] {
  return Object.values(current?.hosts ?? {}).map(({ host, assessment }) => `${host}: ${assessment.verdict}`);
}

/** A host whose chain ends in a root with this key. */
export function under(rootKey: string, host = "page.example", verdict: Parameters<typeof record>[1] = "added-root") {
  const plain = record(host, verdict);
  const certificates = [summary({}), summary({ subject: "CN=Antivirus Root", spkiSha256: rootKey })];
  return {
    ...plain,
    assessment: { ...plain.assessment, certificates, root: { kind: "added", certificate: 1 } as const },
  };
}
