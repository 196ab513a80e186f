import { basename } from "node:path";
import * as v from "valibot";
import { ROLE_VERDICTS } from "../src/detection/role-verdicts.ts";
import { Authority } from "../src/watchlist/authority.ts";
import { checkFacts, type FactFiles } from "../src/watchlist/compile.ts";
import { type Entry, entriesOf } from "../src/watchlist/entry.ts";
import { WatchlistError } from "../src/watchlist/watchlist-error.ts";

/** What is to be said of a proposed authority file, in sentences. */
export interface Verdict {
  /** Empty when the file could be taken as it is. */
  readonly faults: readonly string[];
  /** What Rootwatch would do with each certificate or key; empty when there are faults. */
  readonly effects: readonly string[];
}

/**
 * Checks a proposed file for authorities/ as the build would, by itself and then beside all the other facts, in which it takes the place
 * of the file with the same id.
 * @param path of the file, whose name has to be the id.
 */
export async function checkProposal(path: string, text: string, facts: FactFiles): Promise<Verdict> {
  const file = parseJson(text);
  if (file instanceof SyntaxError) return { faults: [`It is not JSON: ${file.message}.`], effects: [] };
  const { success, output, issues } = v.safeParse(Authority, file);
  if (!success) return { faults: issues.map(sentence), effects: [] };
  const others = facts.authorities.filter((other) => !v.is(v.looseObject({ id: v.literal(output.id) }), other));
  const misnamed = basename(path) === `${output.id}.json` ? [] : [`The file must be called ${output.id}.json.`];
  try {
    await checkFacts({ ...facts, authorities: [...others, output] });
    return { faults: misnamed, effects: (await entriesOf(output)).map(effect) };
  } catch (error) {
    if (!(error instanceof WatchlistError)) throw error;
    return { faults: [...misnamed, error.message], effects: [] };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

function sentence(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? "The file"}: ${issue.message}.`;
}

/** By what a certificate would be found, and what that would come to at most. */
function effect({ path, certificate, keyHash, keyId, signs }: Entry): string {
  const { role, subject, sha256, sha1, publicKey } = certificate;
  const means = [
    (sha256 ?? sha1) !== null && "the certificate itself",
    keyHash !== null && role !== "misissued" && "its key",
    signs && publicKey !== null && (subject ?? keyId) !== null && "what it signed",
    signs && keyId !== null && role === "interception" && "its key identifier",
    signs && subject !== null && role === "interception" && "its name",
  ].filter((mean) => mean !== false);
  return `${path} (${role}, at most "${ROLE_VERDICTS[role]}") is found by ${means.join(", ")}.`;
}
