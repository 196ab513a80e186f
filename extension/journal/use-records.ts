import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { JournalReading, ReadRecords } from "./journal-reading.ts";

/** What was read of the journal so far, as `JournalReading.latest`; whoever returns to the page has it looked at anew. */
export function useRecords(reading: JournalReading): ReadRecords | Error | null {
  const [read, setRead] = useState(reading.latest);
  useLayoutEffect(() => {
    // More may have come since the page began to be drawn.
    setRead(reading.latest);
    reading.follow(setRead);
  }, [reading]);
  useEffect(() => {
    const returned = () => document.visibilityState === "visible" && reading.look();
    addEventListener("focus", returned);
    document.addEventListener("visibilitychange", returned);
    return () => {
      removeEventListener("focus", returned);
      document.removeEventListener("visibilitychange", returned);
    };
  }, [reading]);
  return read;
}
