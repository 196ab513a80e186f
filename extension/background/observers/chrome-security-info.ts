import { hostOf } from "../../../src/detection/host-of.ts";
import { onChromeSecurityInfo, type SecurityInfoDetails } from "../../platform/chrome-security-info.ts";
import { firefoxWebRequest } from "../../platform/firefox-web-request.ts";
import { placeOf } from "../place.ts";
import { readChain } from "./read-chain.ts";
import { type Report, unseen } from "./report.ts";

/** Chrome shows the leaf of every connection where the user or an administrator has switched that on. */
export function observeChromeSecurityInfo(report: Report): void {
  if (firefoxWebRequest) return;
  onChromeSecurityInfo((details) => observe(details, report));
}

function observe(details: SecurityInfoDetails, report: Report): void {
  const place = placeOf(details);
  const host = hostOf(details.url);
  const ders = details.securityInfo?.certificates?.map(({ rawDER }) => new Uint8Array(rawDER ?? new ArrayBuffer(0)));
  if (!place || host === null || !ders) return;
  if (details.fromCache) {
    if (place.part === "page") void report(place, unseen(host, "from-cache"));
    return;
  }
  const given = ders.map((der) => ({ der }));
  const { read, ...unread } = readChain(given, "leaf-only");
  if (!read) {
    void report(place, unseen(host, "unreadable", unread));
    return;
  }
  void report(place, {
    connection: "page",
    source: "chrome-security-info",
    host,
    at: Date.now(),
    ...read,
    outcome: "passed",
    rootIsBuiltIn: null,
    exceptionAccepted: details.securityInfo?.state === "broken",
  });
}
