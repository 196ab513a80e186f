import { describe, expect, it } from "vitest";
import { compareChecks } from "../../extension/check/compare.ts";
import { newCheck, withEnding, withNews } from "../../extension/check-store/check-state.ts";
import { someView } from "./views.ts";

const TARGETS = ["a.example", "b.example:8443"];

describe("a check under way", () => {
  it("follows each host by itself, and keeps a frame only while the host is asked", () => {
    let check = newCheck(TARGETS);
    expect(check.hosts.map(({ progress }) => progress)).toEqual(["waiting", "waiting"]);
    check = withNews(check, { type: "begun", target: "b.example:8443" });
    check = withNews(check, { type: "frame", target: "b.example:8443", url: "https://b.example:8443/" });
    expect(check.hosts[1]).toMatchObject({ progress: "asking", frame: "https://b.example:8443/", view: null });
    expect(check.hosts[0]).toMatchObject({ progress: "waiting", frame: null });
    const view = someView("b.example", "refused");
    check = withNews(check, { type: "checked", target: "b.example:8443", view });
    expect(check.hosts[1]).toEqual({ target: "b.example:8443", progress: "checked", frame: null, view });
  });

  it("takes the later judgement of a host for the earlier", () => {
    let check = newCheck(TARGETS);
    for (const verdict of ["added-root", "suspected"] as const) {
      check = withNews(check, { type: "checked", target: "a.example", view: someView("a.example", verdict) });
    }
    expect(check.hosts[0]?.view?.assessment.verdict).toBe("suspected");
  });

  it.each(["complete", "out-of-time", "incomplete"] as const)("ends as the background says: %s", (ending) => {
    expect(withNews(newCheck(TARGETS), { type: "ended", ending }).ending).toBe(ending);
  });

  it("is over with the first ending, drops its frames, and hears nothing more", () => {
    const framed = withNews(newCheck(TARGETS), { type: "frame", target: "a.example", url: "https://a.example/" });
    const cancelled = withEnding(framed, "cancelled");
    expect(cancelled.hosts.map(({ frame }) => frame)).toEqual([null, null]);
    expect(withEnding(cancelled, "background-gone").ending).toBe("cancelled");
    expect(withNews(cancelled, { type: "begun", target: "a.example" })).toBe(cancelled);
  });
});

describe("two checks side by side", () => {
  const checkOf = (hosts: Readonly<Record<string, Parameters<typeof someView>[1]>>) =>
    Object.entries(hosts).reduce(
      (check, [target, verdict]) => withNews(check, { type: "checked", target, view: someView(target, verdict) }),
      newCheck(Object.keys(hosts)),
    );

  it("marks another verdict, and neither the same nor what one of them did not see", () => {
    const first = checkOf({ "a.example": "nothing-found", "b.example": "refused", "c.example": "refused" });
    const second = checkOf({ "a.example": "refused", "b.example": "refused", "d.example": "refused" });
    expect(compareChecks(first, second).map(({ target, differs }) => [target, differs])).toEqual([
      ["a.example", true],
      ["b.example", false],
      ["c.example", false],
      ["d.example", false],
    ]);
  });

  it("marks another root under the same verdict", () => {
    const [one, other] = ["1", "2"].map((root) =>
      withNews(newCheck(["a.example"]), {
        type: "checked",
        target: "a.example",
        view: someView("a.example", "nothing-found", root),
      }),
    );
    if (!one || !other) throw new Error("two are made");
    expect(compareChecks(one, other)[0]?.differs).toBe(true);
    expect(compareChecks(one, one)[0]?.differs).toBe(false);
  });
});
