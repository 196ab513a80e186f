import { expect, it } from "vitest";
import { hoursAt, turnsOf } from "./clock.ts";
import { Schedule, type Step } from "./schedule.ts";

const steps = (seed: number, count: number, mayEvict = true): Step[] => {
  const schedule = new Schedule(seed);
  return Array.from({ length: count }, () => schedule.next(mayEvict));
};

it("is the same for a seed, and another for another", () => {
  expect(steps(7, 200)).toEqual(steps(7, 200));
  expect(steps(7, 200)).not.toEqual(steps(8, 200));
});

it("has every deed in it, and leaves the background alone when told so", () => {
  const deeds = (mayEvict: boolean) => new Set(steps(3, 2000, mayEvict).map(({ deed }) => deed));
  expect([...deeds(true)].toSorted()).toEqual(
    ["again", "box", "close", "empty", "evict", "fill", "keep", "look", "open", "open-and-evict"].toSorted(),
  );
  expect([...deeds(false)].filter((deed) => deed.includes("evict"))).toEqual([]);
});

it("opens each host once, and again only where what was counted of it still counts", () => {
  const opened = new Set<string>();
  let known = new Set<string>();
  for (const step of steps(5, 2000)) {
    const hosts = step.deed === "open" ? step.hosts : step.deed === "open-and-evict" ? [step.host] : [];
    for (const host of hosts) {
      expect(opened.has(host)).toBe(false);
      opened.add(host);
      known.add(host);
    }
    if (step.deed === "box" || step.deed === "keep") known = new Set();
    if (step.deed === "again") expect(known).toContain(step.host);
  }
});

it("leaves room for every record: not too many of one key a day, and none while the memory that keeps them is full", () => {
  let [box, place, isFull, listed] = ["none", "evidence", false, 0];
  for (const step of steps(11, 10_000)) {
    if (step.deed === "box") box = step.box;
    if (step.deed === "fill" || step.deed === "empty") isFull = step.deed === "fill";
    if (step.deed === "keep") [place, listed] = [step.place, step.place === "session" ? 0 : listed];
    if (box === "listed") listed += step.deed === "open" ? step.hosts.length : Number(step.deed === "open-and-evict");
    expect(listed).toBeLessThan(200);
    expect(isFull && place === "session").toBe(false);
  }
});

it("a clock turns at its times, and in the end shows the right one", () => {
  const turns = turnsOf(5, 1000, 1200);
  expect(hoursAt(turns, 999)).toBe(0);
  expect(turns.slice(1, -1).map(({ at }) => at)).toEqual(Array.from({ length: 11 }, (_, index) => 1100 + 100 * index));
  expect(hoursAt(turns, 2200)).toBe(0);
});
