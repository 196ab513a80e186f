import { asciiJson } from "../ascii-json.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import { authorityOf, keyOf } from "../named.ts";
import { tlsHandshakes } from "./ooni-handshakes.ts";
import { ooniTime, type Precision } from "./ooni-time.ts";

/** What the certificates of a record are, where OONI has what the server sent. */
const CHAINS: Readonly<Record<string, string>> = {
  "browser-built": "built by the browser, root included; not as the server sent it",
  "leaf-only": "the end-entity certificate alone, as the browser showed it",
  sent: "as the server sent it",
};

/**
 * Measurements in the shape of OONI (df-000, df-006, df-007), one a line and a record, so that scripts that read OONI's data read them.
 * They are not of OONI and are never sent there. What is hidden stands as OONI writes what is withheld: "ZZ", "AS0", no server name.
 * @param certificates DER by SHA-256.
 */
export function recordsAsOoni(
  records: readonly DisclosedRecord[],
  certificates: ReadonlyMap<string, Uint8Array>,
): string {
  return records.map((record) => `${asciiJson(measurement(record, certificates))}\n`).join("");
}

function measurement(disclosed: DisclosedRecord, certificates: ReadonlyMap<string, Uint8Array>): object {
  const { record, hash, shown } = disclosed;
  const { at, precision } = ooniTime(shown);
  const { clockWentBack, versions } = record;
  const reasons = shown.findings?.map(({ reason }) => reason);
  return {
    annotations: annotations(disclosed, precision),
    data_format_version: "0.2.0",
    extensions: { tlshandshake: 0 },
    input: shown.host ? `https://${shown.host.includes(":") ? `[${shown.host}]` : shown.host}/` : null,
    measurement_start_time: at,
    probe_asn: /^AS[1-9]\d{0,9}$/.exec(shown.network?.provider ?? "")?.[0] ?? "AS0",
    probe_cc: /^[A-Z]{2}$/.exec(shown.country ?? "")?.[0] ?? "ZZ",
    probe_ip: "127.0.0.1",
    report_id: "",
    software_name: "rootwatch",
    software_version: versions.rootwatch,
    test_keys: {
      rootwatch: {
        ...{ seq: record.seq, hash, kind: record.kind },
        ...("verdict" in record ? { verdict: record.verdict, rules: record.rules } : {}),
        ...{ authority: authorityOf(disclosed), key_sha256: keyOf(disclosed), reasons: reasons ?? [] },
        ...(record.kind === "connection" ? { outcome: record.outcome, browser_error: record.error } : {}),
        ...{ issuers_sha256: shown.issuers ?? [], count: shown.count ?? null, clock_went_back: clockWentBack },
      },
      tls_handshakes: tlsHandshakes(disclosed, certificates),
    },
    test_name: "rootwatch",
    test_runtime: 0,
    test_start_time: at,
    test_version: "0.1.0",
  };
}

/** Texts by name, as df-000 has them. */
function annotations({ record }: DisclosedRecord, precision: Precision): Record<string, string> {
  const chain = record.kind === "connection" ? CHAINS[record.basis] : undefined;
  return {
    ...(chain === undefined ? {} : { chain }),
    origin: "a record of Rootwatch, not a measurement of OONI",
    time: precision === "hidden" ? "hidden" : "by the device's clock",
    time_precision: precision,
    handshake_times: "not measured: t0 and t are 0",
    ...{ browser: record.versions.browser, watchlist: record.versions.watchlist },
  };
}
