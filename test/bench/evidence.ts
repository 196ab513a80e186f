import { oneTimeSigner } from "../../src/evidence/bundle/signature.ts";
import { choiceOf, READY_FIELDS } from "../../src/evidence/selection.ts";
import { bundleOf, verified } from "../evidence/bundles.ts";
import { makeWorld } from "../evidence/journal.ts";
import { monthJournal } from "./month-journal.ts";

/** Prints how long the bundle of a journal takes to write and to verify, everything disclosed, every chain judged by two lists. */
export async function benchEvidence(records: number): Promise<void> {
  const world = await makeWorld();
  const journal = await monthJournal(world, records);
  const choice = choiceOf(journal.records, READY_FIELDS.newsroom);
  const signer = await oneTimeSigner();
  const began = performance.now();
  const bundle = await bundleOf(world, journal, choice, signer);
  const written = performance.now();
  const { whole } = await verified(world, bundle);
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  console.log(
    `a bundle of ${journal.records.length} records, ${(bundle.length / 2 ** 20).toFixed(1)} MiB, ${whole ? "whole" : "broken"}:`,
    `written in ${seconds(written - began)}, verified in ${seconds(performance.now() - written)}`,
  );
}
