import { CertificateError, type CertificateErrorCode } from "../../src/certificate/errors.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { contents } from "../../src/certificate/summary.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";

/** What a run of the fuzzer found. */
export interface FuzzReport {
  readonly runs: number;
  /** How many inputs were read as certificates. */
  readonly read: number;
  /** How many were refused, by error code. */
  readonly refused: Readonly<Partial<Record<CertificateErrorCode, number>>>;
  /** The input that took longest; milliseconds of the best of five when it is read again alone. */
  readonly worst: Timed;
  /** The first input at which something other than a CertificateError was thrown; null when there is none. */
  readonly failure: { readonly input: Uint8Array; readonly run: number; readonly error: unknown } | null;
}

/** Reads `runs` mutated certificates, every field of each. The same seed and corpus give the same inputs. */
export function fuzz(corpus: readonly Uint8Array[], runs: number, seed: number): FuzzReport {
  const random = new Random(seed);
  const refused: Partial<Record<CertificateErrorCode, number>> = {};
  let read = 0;
  const slowest: Timed[] = [];
  for (let run = 0; run < runs; run++) {
    const input = mutate(random.pick(corpus), random, corpus);
    const began = performance.now();
    try {
      contents(parseCertificate(input));
      read++;
    } catch (error) {
      if (!(error instanceof CertificateError)) {
        return { runs: run + 1, read, refused, worst: worstOf(slowest), failure: { input, run, error } };
      }
      refused[error.code] = (refused[error.code] ?? 0) + 1;
    }
    keepSlow(slowest, { input, milliseconds: performance.now() - began });
  }
  return { runs, read, refused, worst: worstOf(slowest), failure: null };
}

interface Timed {
  readonly input: Uint8Array;
  readonly milliseconds: number;
}

/** A pause of the machine can make any input look slow, so that several are kept and timed again. */
const MOST_KEPT = 20;

function keepSlow(slowest: Timed[], timed: Timed): void {
  if (slowest.length === MOST_KEPT && timed.milliseconds <= (slowest.at(-1)?.milliseconds ?? 0)) return;
  slowest.push(timed);
  slowest.sort((a, b) => b.milliseconds - a.milliseconds);
  slowest.splice(MOST_KEPT);
}

function worstOf(slowest: readonly Timed[]): Timed {
  const again = slowest.map(({ input }) => ({
    input,
    milliseconds: Math.min(...Array.from({ length: 5 }, () => timeOf(input))),
  }));
  return again.toSorted((a, b) => b.milliseconds - a.milliseconds)[0] ?? { input: new Uint8Array(0), milliseconds: 0 };
}

function timeOf(input: Uint8Array): number {
  const began = performance.now();
  try {
    contents(parseCertificate(input));
  } catch {
    // Only the time counts here.
  }
  return performance.now() - began;
}
