import type { Fields } from "../field.ts";

/** As far as a record's time is disclosed. */
export type Precision = "second" | "hour" | "day" | "month" | "hidden";

/** OONI wants a time; this one says that there is none. */
const NO_TIME = "1970-01-01 00:00:00";

/** The beginning of what is disclosed of a record's time, as OONI writes times (df-000), and how far that is. */
export function ooniTime({ time, hour, day, month }: Partial<Fields>): { at: string; precision: Precision } {
  if (time !== undefined) return { at: time.slice(0, 19).replace("T", " "), precision: "second" };
  if (hour !== undefined) return { at: `${hour.replace("T", " ")}:00:00`, precision: "hour" };
  if (day !== undefined) return { at: `${day} 00:00:00`, precision: "day" };
  if (month !== undefined) return { at: `${month}-01 00:00:00`, precision: "month" };
  return { at: NO_TIME, precision: "hidden" };
}
