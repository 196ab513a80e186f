import * as v from "valibot";
import { hostOf } from "../../../src/detection/host-of.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import { fromBase64 } from "../../../src/watchlist/base64.ts";
import { attachToOwnWorker, type OwnWorker } from "../../platform/own-worker.ts";
import { Turns } from "../turns.ts";
import { ask, failed, PATIENCE, probeOrigin, probeUnseen } from "./probe.ts";
import { readChain } from "./read-chain.ts";

const CertificateAnswer = v.object({ tableNames: v.array(v.string()) });
const RequestSent = v.object({ requestId: v.string(), request: v.object({ url: v.string() }) });
const LoadingFailed = v.object({ requestId: v.string(), errorText: v.string() });

/** Asks one host over the attachment that there is. Never rejects: what could not be seen is an observation too. */
type InspectOrigin = (origin: string, signal: AbortSignal) => Promise<Observation>;

const turns = new Turns();

/**
 * Makes one connection of our own to a host and reads the chain that Chrome built for it, root included: no tab, no cookie, no page
 * script, no history. It says what this device sees of that host now; it is not the page's connection.
 * @param origin scheme, host and port, for example "https://example.org:8443".
 * @returns never rejects: what could not be seen is an observation too.
 */
export function inspectOrigin(origin: string): Promise<Observation> {
  return inspectTogether((inspect) => inspect(origin, new AbortController().signal));
}

/** Does some work for which several hosts are asked, under one attachment and so under one showing of the browser's bar. */
export function inspectTogether<Result>(work: (inspect: InspectOrigin) => Promise<Result>): Promise<Result> {
  return turns.take(() => withWorker(work));
}

async function withWorker<Result>(work: (inspect: InspectOrigin) => Promise<Result>): Promise<Result> {
  const worker = await attachToOwnWorker().catch(() => null);
  if (!worker) return work(askPlainly);
  try {
    return await work((origin, signal) => inspectNow(worker, origin, signal));
  } finally {
    // It rejects where the user has ended the attachment, by the button in the bar.
    await worker.detach().catch(() => null);
  }
}

/** Without the debugger it still shows whether the browser refuses a host. */
const askPlainly: InspectOrigin = (origin, signal) => probeOrigin(origin, signal, null);

async function inspectNow(worker: OwnWorker, origin: string, signal: AbortSignal): Promise<Observation> {
  const host = hostOf(origin) ?? "";
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  try {
    const { ders, errorText } = await connect(worker, origin, patience);
    if (patience.aborted) return probeUnseen(host, "timed-out");
    // An answer that may not be read fails too, after its chain was shown.
    if (ders.length === 0 && errorText !== "") return { ...failed(host, errorText), source: "chrome-inspect" };
    if (ders.length === 0) return probeUnseen(host, "no-answer");
    const given = ders.map((der) => ({ der }));
    const { read, ...unread } = readChain(given, "browser-built");
    if (!read) return { ...probeUnseen(host, "unreadable"), ...unread };
    const probe = { connection: "probe", host, source: "chrome-inspect", at: Date.now() } as const;
    return { ...probe, ...read, outcome: "passed", rootIsBuiltIn: null, exceptionAccepted: false };
  } catch {
    // The user has ended the attachment, by the button in the bar.
    return askPlainly(origin, signal);
  }
}

/** The chain as DER, empty when there is none; and why the connection failed, empty when it did not. */
async function connect(
  worker: OwnWorker,
  origin: string,
  signal: AbortSignal,
): Promise<{ ders: Uint8Array[]; errorText: string }> {
  const url = `${origin}/`;
  let request: string | null = null;
  let errorText = "";
  const stopListening = worker.onEvent((method, parameters) => {
    if (method === "Network.requestWillBeSent" && v.is(RequestSent, parameters) && parameters.request.url === url) {
      request = parameters.requestId;
    }
    if (method === "Network.loadingFailed" && v.is(LoadingFailed, parameters) && parameters.requestId === request) {
      errorText = parameters.errorText;
    }
  });
  try {
    await worker.send("Network.enable");
    await ask(url, signal);
    const answer = await worker.send("Network.getCertificate", { origin });
    return { ders: v.is(CertificateAnswer, answer) ? answer.tableNames.map(fromBase64) : [], errorText };
  } finally {
    stopListening();
  }
}
