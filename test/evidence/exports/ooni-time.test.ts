import { expect, it } from "vitest";
import { ooniTime } from "../../../src/evidence/exports/ooni-time.ts";

const SHOWN = { month: "2026-11", day: "2026-11-22", hour: "2026-11-22T03", time: "2026-11-22T03:17:07.123Z" };

it("a time for OONI is as close as it is disclosed, and says how close that is", () => {
  const { month, day, hour } = SHOWN;
  expect(ooniTime(SHOWN)).toEqual({ at: "2026-11-22 03:17:07", precision: "second" });
  expect(ooniTime({ month, day, hour })).toEqual({ at: "2026-11-22 03:00:00", precision: "hour" });
  expect(ooniTime({ month, day })).toEqual({ at: "2026-11-22 00:00:00", precision: "day" });
  expect(ooniTime({ month })).toEqual({ at: "2026-11-01 00:00:00", precision: "month" });
  expect(ooniTime({})).toEqual({ at: "1970-01-01 00:00:00", precision: "hidden" });
});
