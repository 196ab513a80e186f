import { lineHash } from "../../src/evidence/line.ts";
import { EMPTY_HEAD, parseRecord } from "../../src/evidence/record.ts";
import { fieldsOf, type Stored } from "../browser/stored-records.ts";
import type { Opened } from "./deeds.ts";

/** What the background held at a time. */
export interface Sample {
  /** Whether it had been left alone since the middle of the run; before, it was ended now and then. */
  readonly isSteady: boolean;
  readonly bytes: number;
}

/** What a run came to. */
export interface Run {
  readonly opened: readonly Opened[];
  readonly records: readonly Stored[];
  /** Whether the browser shows roots, without which an added one cannot be told. */
  readonly showsRoots: boolean;
  readonly samples: readonly Sample[];
  /** What the pages say went wrong with the journal; null when nothing did. */
  readonly trouble: unknown;
  /** What was not told or kept in time. */
  readonly late: readonly string[];
  readonly complaints: readonly string[];
}

/** So much may be the garbage of a moment, and what lists with a limit may come to hold, in bytes. */
const GROWTH = 1024 * 1024;

/** What is reckoned: figures to be printed, and each promise that was broken. */
export interface Reckoning {
  readonly figures: readonly string[];
  readonly broken: readonly string[];
}

/** Compares what a run came to with what Rootwatch promises. */
export async function reckon(run: Run): Promise<Reckoning> {
  const { records, samples, trouble, late, complaints } = run;
  const found = await Promise.all([chain(records), detections(run), addedRoots(run)]);
  const memory = [growth(samples, true), growth(samples, false)];
  const broken = [
    ...found.flat(),
    ...memory.flatMap(({ first, last, when }) =>
      last - first > GROWTH ? [`memory grew ${when}: ${mebibytes(first)} to ${mebibytes(last)}`] : [],
    ),
    ...(trouble === null ? [] : [`trouble with the journal is told: ${JSON.stringify(trouble)}`]),
    ...late.map((what) => `not in time: ${what}`),
    ...complaints.map((complaint) => `complaint: ${complaint}`),
  ];
  const boxes = (["none", "listed", "unlisted"] as const).map(
    (box) => `${run.opened.filter((each) => each.box === box).length} ${box}`,
  );
  const figures = [
    `hosts opened by what stood before them: ${boxes.join(", ")}`,
    `records: ${records.length}`,
    ...memory.map(({ first, last, when, count }) => {
      return `heap ${when}, median of the first and the last quarter of ${count}: ${mebibytes(first)}, ${mebibytes(last)}`;
    }),
  ];
  return { figures, broken };
}

/** Each record follows the one before it. */
async function chain(records: readonly Stored[]): Promise<string[]> {
  const broken: string[] = [];
  let before: { readonly seq: number; readonly hash: string } = EMPTY_HEAD;
  for (const { line, hash } of records) {
    const { seq, prev } = parseRecord(line, "the journal");
    const follows = seq === before.seq + 1 && prev === before.hash && hash === (await lineHash(line));
    if (!follows) broken.push(`record ${seq} does not follow record ${before.seq}`);
    before = { seq, hash };
  }
  return broken;
}

/** What was read under a listed root is in the journal once a day, and nothing else is there. */
async function detections({ opened, records }: Run): Promise<string[]> {
  const days = new Map<unknown, unknown[]>();
  for (const record of records) {
    const { host, day } = fieldsOf(record);
    if (host !== undefined) days.set(host, [...(days.get(host) ?? []), day]);
  }
  return opened.flatMap(({ host, box }) => {
    const on = days.get(host) ?? [];
    const isOnce = on.length > 0 && new Set(on).size === on.length;
    if (box === "listed" ? isOnce : on.length === 0) return [];
    return [`${host}, opened with ${box} box before it, has ${on.length} records: ${on.join(", ")}`];
  });
}

/** Connections under the root that nobody knows are counted, without their hosts: each, but one that was cut off may be counted or not. */
async function addedRoots({ opened, records, showsRoots }: Run): Promise<string[]> {
  const counted = records
    .filter(({ line }) => parseRecord(line, "the journal").kind === "added-root")
    .reduce((sum, record) => sum + (fieldsOf(record).count ?? 0), 0);
  const under = opened.filter(({ box }) => box === "unlisted");
  const least = showsRoots ? under.length : 0;
  const most = showsRoots ? under.reduce((sum, { times }) => sum + times, 0) : 0;
  if (counted >= least && counted <= most) return [];
  return [`connections under an added root: ${counted} are counted, and there were ${least} to ${most}`];
}

function growth(samples: readonly Sample[], isSteady: boolean) {
  const bytes = samples.filter((sample) => sample.isSteady === isSteady).map((sample) => sample.bytes);
  const quarter = Math.max(Math.floor(bytes.length / 4), 1);
  return {
    when: isSteady ? "while it was left alone" : "while it was ended now and then",
    count: bytes.length,
    first: median(bytes.slice(0, quarter)),
    last: median(bytes.slice(-quarter)),
  };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const mebibytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(2)} MiB`;
