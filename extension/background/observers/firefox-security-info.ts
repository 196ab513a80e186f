import { toHex } from "../../../src/certificate/hex.ts";
import { hostOf } from "../../../src/detection/host-of.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import { fromBase64 } from "../../../src/watchlist/base64.ts";
import {
  firefoxWebRequest,
  type HeadersDetails,
  type RequestHeader,
  type SecurityInfo,
} from "../../platform/firefox-web-request.ts";
import { onNetworkChange } from "../../platform/network.ts";
import { placeOf } from "../place.ts";
import { Memo } from "./memo.ts";
import { isProbe, tellProbe } from "./own-requests.ts";
import { readChain } from "./read-chain.ts";
import { type Report, unseen } from "./report.ts";

/** Of every type: a host may be met by a single beacon or font, and leaving a type out leaves its hosts unseen. */
const SECURE = ["https://*/*", "wss://*/*"];

/** Pages and users give up requests all the time: that says nothing about the connection. */
const GIVEN_UP = /NS_BINDING_ABORTED|NS_ERROR_ABORT/;

const memo = new Memo<Observation>();

/**
 * Firefox shows the chain it built for a request while that request is held in a blocking listener. The call must be made in the same
 * turn of the event loop as the event; later it answers null.
 */
export function observeFirefoxSecurityInfo(report: Report): void {
  if (!firefoxWebRequest) return;
  firefoxWebRequest.onHeadersReceived.addListener((details) => inspectRequest(details, report), { urls: SECURE }, [
    "blocking",
  ]);
  firefoxWebRequest.onBeforeSendHeaders.addListener(
    (details) => (isProbe(details) ? { requestHeaders: withoutUser(details.requestHeaders) } : undefined),
    { urls: ["https://*/*"], types: ["sub_frame"] },
    ["blocking", "requestHeaders"],
  );
  onNetworkChange(() => memo.clear());
  firefoxWebRequest.onErrorOccurred.addListener(
    ({ url, error }) => {
      if (!GIVEN_UP.test(error)) memo.deleteGroup(new URL(url).host);
    },
    { urls: SECURE },
  );
}

/**
 * Holds a page until it is judged, and what it loads until the browser has answered, when it has to be asked; otherwise the request passes
 * at once.
 */
function inspectRequest(details: HeadersDetails, report: Report): Promise<object> | undefined {
  const host = hostOf(details.url);
  if (host !== null && isProbe(details)) return inspectProbe(details, host);
  const place = placeOf(details);
  if (!place || host === null) return undefined;
  if (details.fromCache) {
    if (place.part === "page") void report(place, unseen(host, "from-cache"));
    return undefined;
  }
  const key = connectionKey(details);
  const { answer, isNew } = memo.get(new URL(details.url).host, key, () => observe(details, host));
  const judged = report(place, answer);
  const answered = isNew ? answer.then(({ basis }) => void (basis === "none" && memo.askAgain(key))) : undefined;
  if (place.part === "page") return judged.then((warned) => (warned ? { cancel: true } : {}));
  return answered?.then(() => ({}));
}

/** A probe of ours belongs to no tab, and asks for what is so now. Where it is a frame, nothing of what comes is loaded into it. */
function inspectProbe(details: HeadersDetails, host: string): Promise<object> {
  const seen = observe(details, host);
  tellProbe(details.url, { seen });
  return seen.then(() => ({ cancel: details.type === "sub_frame" }));
}

/** A frame, unlike our own requests, would send what belongs to the user. */
function withoutUser(headers: readonly RequestHeader[]): RequestHeader[] {
  return headers.filter(({ name }) => !/^(cookie|authorization)$/i.test(name));
}

/** Two requests with the same key go over connections that end at the same place in the same way. */
function connectionKey(details: HeadersDetails): string {
  const { url, ip, cookieStoreId, proxyInfo } = details;
  const proxy = [proxyInfo?.type, proxyInfo?.host, proxyInfo?.port];
  return JSON.stringify([new URL(url).host, ip, cookieStoreId, ...proxy, isQuic(details)]);
}

const isQuic = ({ statusLine }: HeadersDetails) => statusLine?.startsWith("HTTP/3") ?? false;

/** Behind a proxy the address is that of the proxy. */
function addressOf({ url, ip, proxyInfo }: HeadersDetails): { address?: string } {
  if (typeof ip !== "string" || (proxyInfo && proxyInfo.type !== "direct")) return {};
  return { address: `${ip.includes(":") ? `[${ip}]` : ip}:${new URL(url).port || 443}` };
}

async function observe(details: HeadersDetails, host: string): Promise<Observation> {
  const ask = (options: object) => firefoxWebRequest?.getSecurityInfo(details.requestId, options) ?? null;
  try {
    const info = await ask({ certificateChain: true, rawDER: true });
    if (info && info.certificates.length > 0) {
      return {
        ...observation(host, info, "browser-built"),
        ...addressOf(details),
        ...(isQuic(details) ? { overQuic: true } : {}),
      };
    }
    // After an accepted exception Firefox built no chain; the certificate itself it still shows.
    const leaf = info && (await ask({ rawDER: true }));
    return leaf ? { ...observation(host, leaf, "leaf-only"), ...addressOf(details) } : unseen(host, "no-answer");
  } catch {
    return unseen(host, "no-answer");
  }
}

function observation(host: string, info: SecurityInfo, basis: "browser-built" | "leaf-only"): Observation {
  if (info.certificates.length === 0) return unseen(host, "no-answer");
  const { read, ...unread } = readChain(info.certificates.map(given), basis);
  if (!read) return unseen(host, "unreadable", unread);
  return {
    connection: "page",
    source: "firefox-security-info",
    host,
    at: Date.now(),
    ...read,
    outcome: "passed",
    rootIsBuiltIn: basis === "browser-built" ? (info.certificates.at(-1)?.isBuiltInRoot ?? null) : null,
    ...(info.certificateTransparencyStatus === "policy_compliant" ? { transparency: "compliant" } : {}),
    exceptionAccepted: [info.isUntrusted, info.isDomainMismatch, info.isNotValidAtThisTime].includes(true),
  };
}

function given({ rawDER, subjectPublicKeyInfoDigest }: SecurityInfo["certificates"][number]) {
  const der = Uint8Array.from(rawDER ?? []);
  const digest = subjectPublicKeyInfoDigest?.sha256;
  return digest === undefined ? { der } : { der, spkiSha256: toHex(fromBase64(digest)) };
}
