import * as v from "valibot";
import type { Observation } from "../../../src/detection/observation.ts";
import { attachToOwnWorker, type OwnWorker } from "../../platform/own-worker.ts";
import { hostOf } from "../place.ts";
import { chromeCertificateError } from "./certificate-error.ts";
import { readChain } from "./read-chain.ts";

/** How long the host may take to answer, in milliseconds. */
const PATIENCE = 15_000;

const CertificateAnswer = v.object({ tableNames: v.array(v.string()) });
const RequestSent = v.object({ requestId: v.string(), request: v.object({ url: v.string() }) });
const LoadingFailed = v.object({ requestId: v.string(), errorText: v.string() });

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes one connection of our own to a host and reads the chain that Chrome built for it, root included: no tab, no cookie, no page
 * script, no history. It says what this device sees of that host now; it is not the page's connection.
 * @param origin scheme, host and port, for example "https://example.org:8443".
 * @returns never rejects: what could not be seen is an observation too.
 */
export function inspectOrigin(origin: string): Promise<Observation> {
  const turn = last.then(() => inspectNow(origin));
  last = turn;
  return turn;
}

async function inspectNow(origin: string): Promise<Observation> {
  const probe = { connection: "probe", host: hostOf(origin), source: "chrome-inspect" } as const;
  const nothing = () => ({ ...probe, at: Date.now(), basis: "none", outcome: "unknown", reason: "no-answer" }) as const;
  try {
    const worker = await attachToOwnWorker();
    try {
      const { ders, errorText } = await connect(worker, origin);
      const error = chromeCertificateError(errorText);
      if (error) return { ...probe, at: Date.now(), basis: "error", outcome: "stopped", error };
      if (ders.length === 0) return nothing();
      const { read, ...unread } = readChain(
        ders.map((der) => ({ der })),
        "browser-built",
      );
      if (!read) return { ...nothing(), reason: "unreadable", ...unread };
      const seen = { outcome: "passed", rootIsBuiltIn: null, exceptionAccepted: false } as const;
      return { ...probe, ...seen, ...read, at: Date.now() };
    } finally {
      await worker.detach();
    }
  } catch {
    return nothing();
  }
}

/** The chain as DER, empty when there is none; and why the connection failed, empty when it did not. */
async function connect(worker: OwnWorker, origin: string): Promise<{ ders: Uint8Array[]; errorText: string }> {
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
    await fetch(url, {
      method: "HEAD",
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => null);
    const answer = await worker.send("Network.getCertificate", { origin });
    return { ders: v.is(CertificateAnswer, answer) ? answer.tableNames.map(fromBase64) : [], errorText };
  } finally {
    stopListening();
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
