import { expect, test } from "vitest";
import type { HostView, PageView } from "../../extension/messages.ts";
import { subjectOf } from "../../extension/popup/subject.ts";
import type { Verdict } from "../../src/detection/verdict.ts";

function view(...hosts: [host: string, verdict: Verdict][]): PageView {
  return {
    tabId: 1,
    verdict: "not-inspected",
    hosts: hosts.map(([host, verdict]) => hostView(host, verdict)),
    unseen: null,
    inspect: "absent",
    listDate: "2026-11-21",
  };
}

function hostView(host: string, verdict: Verdict): HostView {
  return {
    host,
    isPage: host === "page.example",
    connection: "page",
    basis: "browser-built",
    outcome: "passed",
    source: "firefox-security-info",
    unseen: null,
    errorCode: null,
    at: 0,
    assessment: {
      kind: "connection",
      verdict,
      authority: null,
      certificates: [],
      links: [],
      path: [],
      findings: [],
    },
    authority: null,
  };
}

test("the headline is about another host only when that one gives more reason for concern", () => {
  const subject = (...hosts: Parameters<typeof view>) => subjectOf(view(...hosts))?.host;
  expect(subject(["page.example", "intercepted"], ["other.example", "intercepted"])).toBe("page.example");
  expect(subject(["page.example", "nothing-found"], ["a.example", "listed"], ["b.example", "suspected"])).toBe(
    "b.example",
  );
});

test("that nothing was found elsewhere does not stand over a page that was not checked", () => {
  expect(subjectOf(view(["page.example", "not-inspected"], ["other.example", "nothing-found"]))?.host).toBe(
    "page.example",
  );
});

test("a page without any host has no subject", () => {
  expect(subjectOf(view())).toBeUndefined();
});
