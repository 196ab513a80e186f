import { describe, expect, it } from "vitest";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { recordsAsOoni } from "../../../src/evidence/exports/ooni.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import type { RecordLine } from "../../../src/evidence/record.ts";
import { disclosed, HASH, keptFinding } from "../disclosed.ts";

const measured = (record: DisclosedRecord) => JSON.parse(recordsAsOoni([record], new Map()));

describe("a measurement for OONI", () => {
  it("says of a connection what the record says", () => {
    const said: Partial<Extract<RecordLine, { kind: "connection" }>> = {
      ...{ seq: 7, verdict: "listed", rules: ["listed-authority"], authority: "one", key: HASH },
      ...{ outcome: "stopped", error: "ERR_CERT", clockWentBack: true },
    };
    const shown = {
      ...{ host: "host.example", day: "2026-11-22", country: "ZZ", issuers: [HASH] },
      network: { provider: "AS64496", line: "", note: "" },
      findings: [keptFinding("first"), keptFinding("second")],
    };
    const record = disclosed("connection", said, shown);
    const measurement = measured(record);
    expect(measurement).toEqual({
      annotations: {
        chain: "built by the browser, root included; not as the server sent it",
        origin: "a record of Rootwatch, not a measurement of OONI",
        ...{ time: "by the device's clock", time_precision: "day" },
        handshake_times: "not measured: t0 and t are 0",
        ...{ browser: "Firefox 140.0", watchlist: "2026-11-21" },
      },
      ...{ data_format_version: "0.2.0", extensions: { tlshandshake: 0 }, input: "https://host.example/" },
      ...{ measurement_start_time: "2026-11-22 00:00:00", test_start_time: "2026-11-22 00:00:00" },
      ...{ probe_asn: "AS64496", probe_cc: "ZZ", probe_ip: "127.0.0.1", report_id: "" },
      ...{ software_name: "rootwatch", software_version: "1.0.0" },
      ...{ test_name: "rootwatch", test_runtime: 0, test_version: "0.1.0" },
      test_keys: {
        rootwatch: {
          ...{ seq: 7, hash: record.hash, kind: "connection", verdict: "listed", rules: ["listed-authority"] },
          ...{ authority: "one", key_sha256: HASH, reasons: ["first", "second"] },
          ...{ outcome: "stopped", browser_error: "ERR_CERT", issuers_sha256: [HASH], count: null },
          clock_went_back: true,
        },
        tls_handshakes: [expect.anything()],
      },
    });
  });

  it("says of what is counted how often, and nothing that only connections have", () => {
    const record = disclosed("count", { seq: 2, of: 1 }, { count: 4 });
    const { annotations, test_keys } = measured(record);
    expect(test_keys).toEqual({
      rootwatch: {
        ...{ seq: 2, hash: record.hash, kind: "count", authority: null, key_sha256: null, reasons: [] },
        ...{ issuers_sha256: [], count: 4, clock_went_back: false },
      },
      tls_handshakes: [],
    });
    expect(annotations).toMatchObject({ time: "hidden", time_precision: "hidden" });
    expect(annotations).not.toHaveProperty("chain");
  });

  it("says what its certificates are", () => {
    const chain = (basis: "leaf-only" | "sent" | "none") =>
      measured(disclosed("connection", { basis })).annotations.chain;
    expect(chain("leaf-only")).toBe("the end-entity certificate alone, as the browser showed it");
    expect(chain("sent")).toBe("as the server sent it");
    expect(chain("none")).toBeUndefined();
  });

  it("asked a host that can be written into an address", () => {
    const input = (host: string | null) => measured(disclosed("connection", {}, { host })).input;
    expect(input("2001:db8::1")).toBe("https://[2001:db8::1]/");
    expect(input(null)).toBeNull();
  });

  it.each([
    ["AS1", "AS1"],
    ["AS4294967295", "AS4294967295"],
    ["AS01", "AS0"],
    ["AS", "AS0"],
    ["AS64496 Provider", "AS0"],
    ["AS12345678901", "AS0"],
    ["xAS1", "AS0"],
  ])("calls the provider %s %s", (provider, asn) => {
    const network: Fields["network"] = { provider, line: "", note: "" };
    expect(measured(disclosed("connection", {}, { network })).probe_asn).toBe(asn);
  });

  it.each(["kz", "KAZ", "xKZ", "K"])("calls no country %s", (country) => {
    expect(measured(disclosed("connection", {}, { country })).probe_cc).toBe("ZZ");
  });
});
