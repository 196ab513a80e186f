import type { Certificate } from "../../certificate/certificate.ts";
import { nameText } from "../../certificate/name.ts";
import { timeText } from "../../certificate/time.ts";
import { certificatesNamed } from "../bundle/contents.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import { given, type Html, hex, html } from "./html.ts";
import type { ReportContent } from "./parts.ts";
import { row } from "./row.ts";

/** The certificates that a record names and discloses, in its order. */
export function certificateList(disclosed: DisclosedRecord, on: ReportContent): Html {
  const hashes = certificatesNamed(disclosed);
  if (hashes.length === 0) return html``;
  return html`<h4>${on.sentence("chain_title")}</h4>
${hashes.map((hash) => entry(hash, disclosed.record.seq, on))}`;
}

/** In full where it is named first, so that an issuer of a thousand certificates is described once. */
function entry(hash: string, seq: number, { certificates, firstNamed, sentence }: ReportContent): Html {
  const certificate = certificates.get(hash);
  const isFirst = firstNamed.get(hash) === seq;
  return html`<dl>
${
  certificate
    ? html`${row(sentence("certificate_subject"), given(nameText(certificate.subject)))}${isFirst ? facts(certificate, sentence) : ""}`
    : row(sentence("chain_title"), sentence("report_certificate_missing"))
}${row(sentence("certificate_sha256"), hex(hash))}</dl>
`;
}

function facts({ issuer, serial, notBefore, notAfter }: Certificate, sentence: ReportContent["sentence"]): Html {
  const validity = [notBefore, notAfter].map((at) => timeText(at).slice(0, "2026-11-22".length));
  return html`${row(
    sentence("certificate_issuer"),
    given(nameText(issuer)),
  )}${row(sentence("certificate_serial"), hex(serial))}${row(
    sentence("report_label_validity"),
    sentence("certificate_validity", validity),
  )}`;
}
