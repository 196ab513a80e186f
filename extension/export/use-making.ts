import { useRef, useState } from "preact/hooks";
import type { Course } from "../../src/evidence/bundle/course.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { errorText } from "../../src/evidence/fault-text.ts";
import { pageSentence } from "../components/page-sentence.ts";

/** How the making of something stands. */
export type Making<Made> =
  | { readonly stage: "idle" }
  /** `done`: 0 to 1. */
  | { readonly stage: "making"; readonly done: number }
  | { readonly stage: "made"; readonly made: Made }
  | { readonly stage: "cancelled" }
  | { readonly stage: "failed"; readonly why: string };

/** Makes something that takes its time, at most one at once, and lets it be stopped. */
export function useMaking<Made>() {
  const [making, setMaking] = useState<Making<Made>>({ stage: "idle" });
  const stop = useRef<AbortController | undefined>(undefined);

  const start = async (make: (course: Course & { readonly signal: AbortSignal }) => Promise<Made>) => {
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const say = (said: Making<Made>) => {
      if (stop.current === own) setMaking(said);
    };
    say({ stage: "making", done: 0 });
    try {
      // What follows may keep the page busy for seconds; it must be seen to have begun.
      await painted();
      const made = await make({ signal: own.signal, onProgress: (done) => say({ stage: "making", done }) });
      say({ stage: "made", made });
    } catch (error) {
      say(own.signal.aborted ? { stage: "cancelled" } : { stage: "failed", why: textOf(error as Error) });
    }
  };
  const cancel = () => stop.current?.abort();
  /** Forgets what was made. */
  const drop = () => {
    stop.current?.abort();
    stop.current = undefined;
    setMaking({ stage: "idle" });
  };
  return { making, start, cancel, drop };
}

const textOf = (error: Error): string =>
  error instanceof EvidenceError ? errorText(error, pageSentence) : error.message;

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
