import { expect, it } from "vitest";
import { FollowedCheck } from "../../extension/check/followed-check.ts";
import { type Check, withEnding } from "../../extension/check-store/check-state.ts";

/** A followed check, and what was told of it in the order it was told. */
function follow() {
  const told: [what: "shown" | "ended", check: Check][] = [];
  const followed = new FollowedCheck(
    (check) => told.push(["shown", check]),
    (check) => told.push(["ended", check]),
  );
  return { followed, told };
}

it("tells the end of a check in the very turn in which it is shown, and only once", () => {
  const { followed, told } = follow();
  followed.begin(["a.example"]);
  followed.change((check) => withEnding(check, "complete"));
  followed.change((check) => withEnding(check, "background-gone"));
  expect(told.map(([what, { ending }]) => [what, ending])).toEqual([
    ["shown", null],
    ["shown", "complete"],
    ["ended", "complete"],
  ]);
});

it("follows the new check alone, and tells the end of each", () => {
  const { followed, told } = follow();
  followed.change((check) => withEnding(check, "complete"));
  expect(told).toEqual([]);
  for (const target of ["a.example", "b.example"]) {
    followed.begin([target]);
    followed.change((check) => withEnding(check, "cancelled"));
  }
  const ended = told.filter(([what]) => what === "ended");
  expect(ended.map(([, { hosts }]) => hosts[0]?.target)).toEqual(["a.example", "b.example"]);
});
