import { toHex } from "../../../src/certificate/hex.ts";
import type { Observation } from "../../../src/detection/observation.ts";
import { fromBase64 } from "../../../src/watchlist/base64.ts";
import { firefoxWebRequest, type HeadersDetails, type SecurityInfo } from "../../platform/firefox-web-request.ts";
import { onNetworkChange } from "../../platform/network.ts";
import { hostOf, placeOf } from "../place.ts";
import { Memo } from "./memo.ts";
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
  onNetworkChange(() => memo.clear());
  firefoxWebRequest.onErrorOccurred.addListener(
    ({ url, error }) => {
      if (!GIVEN_UP.test(error)) memo.deleteGroup(new URL(url).host);
    },
    { urls: SECURE },
  );
}

/** Holds the request until the browser has answered, when it has to be asked; otherwise lets it pass at once. */
function inspectRequest(details: HeadersDetails, report: Report): Promise<object> | undefined {
  const place = placeOf(details);
  const host = hostOf(details.url);
  if (!place || host === null) return undefined;
  if (details.fromCache) {
    if (place.part === "page") report(place, unseen(host, "from-cache"));
    return undefined;
  }
  const key = connectionKey(details);
  const { answer, isNew } = memo.get(new URL(details.url).host, key, () => observe(details.requestId, host));
  report(place, answer);
  if (!isNew) return undefined;
  return answer.then(({ basis }) => {
    if (basis === "none") memo.askAgain(key);
    return {};
  });
}

/** Two requests with the same key go over connections that end at the same place in the same way. */
function connectionKey({ url, ip, cookieStoreId, proxyInfo }: HeadersDetails): string {
  return JSON.stringify([new URL(url).host, ip, cookieStoreId, proxyInfo?.type, proxyInfo?.host, proxyInfo?.port]);
}

async function observe(requestId: string, host: string): Promise<Observation> {
  const ask = (options: object) => firefoxWebRequest?.getSecurityInfo(requestId, options) ?? null;
  try {
    const info = await ask({ certificateChain: true, rawDER: true });
    if (info && info.certificates.length > 0) return observation(host, info, "browser-built");
    // After an accepted exception Firefox built no chain; the certificate itself it still shows.
    const leaf = info && (await ask({ rawDER: true }));
    return leaf ? observation(host, leaf, "leaf-only") : unseen(host, "no-answer");
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
