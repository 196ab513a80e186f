import type { Certificate } from "../../src/certificate/certificate.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import type { Observation } from "../../src/detection/observation.ts";
import type { X509Certificate } from "../lab/x509.ts";

/** Certificates made by the lab, read as ours. */
export function parsed(certificates: readonly X509Certificate[]): Certificate[] {
  return certificates.map(({ rawData }) => parseCertificate(new Uint8Array(rawData)));
}

/** What `rootwatch inspect` sees of a file. */
export function fileObservation(certificates: readonly Certificate[]): Observation {
  return {
    connection: "supplied",
    source: "file",
    host: null,
    at: Date.UTC(2026, 10, 21),
    basis: "file",
    outcome: "unknown",
    certificates,
    rootIsBuiltIn: null,
    exceptionAccepted: false,
  };
}

/** What Firefox shows of a page's connection, unless told otherwise. */
export function pageObservation(
  certificates: readonly Certificate[],
  differently: Partial<Extract<Observation, { certificates: unknown }>> = {},
): Observation {
  return {
    connection: "page",
    source: "firefox-security-info",
    host: "www.example.com",
    at: Date.UTC(2026, 10, 21),
    basis: "browser-built",
    outcome: "passed",
    certificates,
    rootIsBuiltIn: false,
    exceptionAccepted: false,
    ...differently,
  };
}
