import { describe, expect, it, test } from "vitest";
import { warningSteps, wordsFor } from "../../extension/components/words-for.ts";
import type { HostView } from "../../extension/views/page-view.ts";
import type { RootStatus } from "../../src/detection/root-status.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import { someView } from "../check/views.ts";

/** A page's own connection with this verdict under a root of this kind. */
function page(verdict: Verdict, root: RootStatus["kind"] | null, fields: Partial<HostView> = {}): HostView {
  const view = someView("page.example", verdict, "00".repeat(32));
  const status = root === null ? null : { kind: root, certificate: 0 };
  return { ...view, connection: "page", assessment: { ...view.assessment, root: status }, ...fields };
}

const stepsOf = (view: HostView) => wordsFor(view.assessment.verdict, view).steps;

describe("what to do now", () => {
  it.each(["intercepted", "suspected"] as const)(
    "about a page that is %s: first stop, then mend, in this order",
    (verdict) => {
      expect(stepsOf(page(verdict, "added"))).toEqual([
        "step_close",
        "step_passwords",
        "step_keep",
        "step_remove",
        "step_work",
        "step_mobile",
        "step_help",
      ]);
    },
  );

  it("never has a public root removed", () => {
    expect(stepsOf(page("intercepted", "public"))).not.toContain("step_remove");
    expect(stepsOf(page("intercepted", "not-seen"))).toContain("step_remove");
  });

  it("speaks of no password where the browser stopped the connection, and of no certificate where none need be there", () => {
    expect(stepsOf(page("suspected", null, { outcome: "stopped" }))).toEqual([
      "step_not_past",
      "step_keep",
      "step_mobile",
      "step_help",
    ]);
    expect(stepsOf(page("intercepted", "added", { outcome: "stopped" }))).toContain("step_remove");
  });

  it.each([
    ["added-root", "added", "advice_added_root"],
    ["listed", "added", "advice_own_entry"],
    ["refused", null, "advice_refused"],
  ] as const)("is one calm sentence for %s", (verdict, root, step) => {
    expect(stepsOf(page(verdict, root))).toEqual([step]);
  });

  it.each(["nothing-found", "not-inspected"] as const)("is nothing for %s", (verdict) => {
    expect(stepsOf(page(verdict, null))).toEqual([]);
  });

  it("is not to type where nothing is encrypted", () => {
    expect(stepsOf(page("not-inspected", null, { unseen: "not-encrypted" }))).toEqual(["advice_not_encrypted"]);
  });
});

test("the warning speaks of passwords where something was sent, and of the network where nothing was", () => {
  expect(warningSteps(false, page("intercepted", "added"))[0]).toBe("step_passwords");
  expect(warningSteps(true, page("intercepted", "added")).slice(0, 2)).toEqual(["warning_advice_stopped", "step_keep"]);
  expect(warningSteps(true, null)).toEqual(["warning_advice_stopped", "step_mobile", "step_help"]);
});
