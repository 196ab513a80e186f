import type { Certificate } from "../../certificate/certificate.ts";
import type { Watchlist } from "../../watchlist/watchlist.ts";
import type { BundleAuthority } from "../bundle/bundle-watchlist.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import { type Html, html } from "./html.ts";
import type { ReportContent } from "./parts.ts";
import { type Stands, whatStands } from "./stands.ts";

/** Those of what stands by a bundle's list that do not stand by one's own: the key is not on it, or as another authority's, or in another role. */
export async function beyondOwnList(
  stands: readonly Stands[],
  records: readonly DisclosedRecord[],
  certificates: ReadonlyMap<string, Certificate>,
  own: Watchlist,
): Promise<ReadonlySet<Stands>> {
  const unknown = stands.filter(({ key, authority, role }) => {
    const listed = own.findKey(key);
    return listed?.authority !== authority || listed.role !== role;
  });
  // What is listed by its certificate alone is found by that.
  const numbers = new Set(unknown.map(({ seq }) => seq));
  const concerned = records.filter(({ record }) => numbers.has(record.seq));
  const standing = new Set((await whatStands(concerned, certificates, own)).map(nameOf));
  return new Set(unknown.filter((each) => !standing.has(nameOf(each))));
}

const nameOf = ({ seq, authority, role, key }: Stands) => [seq, authority, role, key].join();

/** Whether one's own list has a certificate or key of an authority, in that role. */
export function isOnOwnList(
  { id }: BundleAuthority,
  { sha256, sha1, spkiSha256, role }: BundleAuthority["certificates"][number],
  own: Watchlist,
): boolean {
  const listed = own.findCertificate(sha256 ?? "", sha1 ?? "") ?? own.findKey(spkiSha256 ?? "");
  return listed?.authority === id && listed.role === role;
}

/** What is said of whatever one's own list does not have. */
export function notOnOwnList({ sentence, own }: ReportContent): Html {
  return html`<p class="note added">${sentence("report_not_own", [own.date])}</p>`;
}
