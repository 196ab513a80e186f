import { expect, test } from "vitest";
import { periodOf, yearsOf } from "../../extension/dossier/period.ts";

test.each([
  ["one day", { from: "2019-07-17", to: "2019-07-17" }, { kind: "at", dates: ["2019-07-17"] }],
  ["one year", { from: "2018", to: "2018" }, { kind: "at", dates: ["2018"] }],
  ["from a day to a month", { from: "2015-03-19", to: "2015-03" }, { kind: "range", dates: ["2015-03-19", "2015-03"] }],
  ["what lasts", { from: "2022-03", to: null }, { kind: "since", dates: ["2022-03"] }],
  ["what has no known beginning", { from: null, to: "2012-02" }, { kind: "until", dates: ["2012-02"] }],
  ["what nobody dated", { from: null, to: null }, { kind: "unknown", dates: [] }],
])("%s is told as what it is", (_, dated, period) => {
  expect(periodOf(dated)).toEqual(period);
});

test("the years go from the first date known to the last", () => {
  const events = [
    { from: null, to: "2021-03" },
    { from: "2019-07-17", to: "2019-08-07" },
    { from: "2020", to: "2024-09-20" },
  ];
  expect(yearsOf(events)).toEqual({ from: "2019", to: "2024" });
});

test("what ended is not told as lasting because its blocking lasts", () => {
  const interception = { from: "2019-07-17", to: "2019-08-07" };
  const blocking = { from: "2019-08-21", to: null };
  expect(yearsOf([interception, blocking])).toEqual({ from: "2019", to: "2019" });
  expect(yearsOf([blocking])).toEqual({ from: "2019", to: null });
});
