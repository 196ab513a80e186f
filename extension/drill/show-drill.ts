import type { Verdict } from "../../src/detection/verdict.ts";
import { DRILL_CHAIN } from "../../src/drill/chain.ts";
import type { Message } from "../messages.ts";
import { browser } from "../platform/browser.ts";

/** Stands beside the verdicts for a certificate that a site offers. */
export const OFFERED = "offered";

/** What a drill can show. */
export type Shown = Verdict | typeof OFFERED;

/** Has this tab tell something made up; an offer puts our page about it in the place of this one. @throws Error when it does not. */
export async function showDrill(kind: Shown): Promise<Shown> {
  const verdict = kind === OFFERED ? null : kind;
  const message: Message = { type: "drill", verdict, certificates: [...DRILL_CHAIN] };
  if (!(await browser.runtime.sendMessage<Message, boolean | undefined>(message))) {
    throw new Error("The background gave no answer.");
  }
  if (verdict === null) location.assign("../offered/index.html");
  return kind;
}
