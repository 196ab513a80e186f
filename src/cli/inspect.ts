import { parseArgs } from "node:util";
import authorityNames from "virtual:authority-names";
import compiledWatchlist from "virtual:watchlist";
import { readCertificateFile } from "../certificate/read-file.ts";
import { visibleText } from "../certificate/visible-text.ts";
import { assess } from "../detection/assess.ts";
import { NO_MEMORY } from "../detection/memory.ts";
import { suppliedObservation } from "../detection/supplied.ts";
import { type OwnList, parseOwnList } from "../watchlist/own-list.ts";
import { OwnListError } from "../watchlist/own-list-error.ts";
import { loadWatchlist } from "../watchlist/watchlist.ts";
import { withOwnList } from "../watchlist/with-own-list.ts";
import { inspectionJson, inspectionReport } from "./inspection-output.ts";
import { readInput } from "./read-input.ts";
import { UsageError } from "./usage.ts";

/**
 * `rootwatch inspect`: judges each FILE and prints the result on standard output.
 * @returns the exit status over all FILEs.
 * @throws UsageError.
 */
export async function inspect(words: string[]): Promise<number> {
  const { files, json, host, at, watch } = readWords(words);
  const shipped = loadWatchlist(compiledWatchlist);
  const watchlist = watch === undefined ? shipped : withOwnList(shipped, await readWatchFile(watch));
  let unreadable = false;
  let found = false;
  for (const file of files) {
    const { certificates, errors, passedOver } = await readFile(file);
    for (const { label, line } of passedOver) {
      process.stderr.write(`${visibleText(file)}: line ${line}: ${safeLabel(label)} passed over\n`);
    }
    const observation = suppliedObservation(certificates, host, at);
    const assessment = await assess(observation, watchlist, NO_MEMORY);
    const inspection = { file, assessment, errors };
    process.stdout.write(
      json ? `${inspectionJson(inspection, authorityNames)}\n` : inspectionReport(inspection, authorityNames),
    );
    unreadable ||= errors.length > 0;
    found ||= assessment.verdict !== "nothing-found";
  }
  return unreadable ? 2 : found ? 1 : 0;
}

/** A label is what stands between the dashes, and a file without line breaks may have a key there. */
function safeLabel(label: string): string {
  return /^[A-Z0-9 ]{1,40}$/.test(label) && !/[A-Z0-9]{17}/.test(label) ? label : "a block";
}

async function readFile(file: string) {
  const input = await readInput(file);
  if (input instanceof Uint8Array) return readCertificateFile(input);
  return { certificates: [], errors: [input], passedOver: [] };
}

/** @throws UsageError that names the file and the place in it. */
async function readWatchFile(file: string): Promise<OwnList> {
  const input = await readInput(file);
  if (!(input instanceof Uint8Array)) throw new UsageError(`--watch ${visibleText(file)}: ${visibleText(input.text)}`);
  try {
    return await parseOwnList(new TextDecoder().decode(input));
  } catch (error) {
    if (!(error instanceof OwnListError)) throw error;
    throw new UsageError(`--watch ${visibleText(file)}: ${visibleText(error.message)}`);
  }
}

function readWords(words: string[]) {
  const { values, positionals } = parseWords(words);
  if (positionals.length === 0) throw new UsageError("a FILE is missing");
  return {
    files: positionals,
    json: values.json === true,
    watch: values.watch,
    host: values.host?.toLowerCase() ?? null,
    at: values.at === undefined ? Date.now() : readTime(values.at),
  };
}

function parseWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        host: { type: "string" },
        at: { type: "string" },
        watch: { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readTime(text: string): number {
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  const exists = !Number.isNaN(day) && new Date(day).toISOString().startsWith(text.slice(0, 10));
  const time =
    exists && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`"${text}" is not a time such as 2019-07-18T10:00:00Z`);
  return time;
}
