import { X509Certificate } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import { recordsAsOoni } from "../../../src/evidence/exports/ooni.ts";
import { choiceOf, READY_FIELDS } from "../../../src/evidence/selection.ts";
import { HOSTILE, hostileRecords, STEERING } from "../hostile.ts";
import { type Journal, makeJournal, makeWorld, type World } from "../journal.ts";
import { selected } from "../selected.ts";

let world: World;
let journal: Journal;
let records: readonly DisclosedRecord[];

beforeAll(async () => {
  world = await makeWorld();
  journal = await makeJournal(world);
  records = selected(journal.records, choiceOf(journal.records, READY_FIELDS.newsroom)).records;
});

const read = (of: readonly DisclosedRecord[], certificates = journal.certificates) =>
  recordsAsOoni(of, certificates)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The first record, said otherwise. */
function changed(
  record: Partial<Extract<DisclosedRecord["record"], { kind: "connection" }>>,
  shown: Partial<DisclosedRecord["shown"]> = {},
): DisclosedRecord {
  const [first] = records;
  if (first?.record.kind !== "connection") throw new Error("there is no connection");
  return { ...first, record: { ...first.record, ...record }, shown: { ...first.shown, ...shown } };
}

describe("the shape of OONI", () => {
  it("is a measurement a record, with every field of the envelope", () => {
    const measurements = read(records);
    expect(measurements).toHaveLength(records.length);
    for (const one of measurements) {
      expect(one).toMatchObject({
        ...{ data_format_version: "0.2.0", probe_ip: "127.0.0.1", report_id: "", test_name: "rootwatch" },
        ...{ software_name: "rootwatch", software_version: "1.0.0", extensions: { tlshandshake: 0 } },
      });
      expect(one.measurement_start_time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(one.probe_asn).toMatch(/^AS\d+$/);
      expect(one.probe_cc).toMatch(/^[A-Z]{2}$/);
      expect(Object.values(one.annotations).every((value) => typeof value === "string")).toBe(true);
      expect(Array.isArray(one.test_keys.tls_handshakes)).toBe(true);
    }
  });

  it("calls trusted interception no failure, and has the chain that the browser built, leaf first", () => {
    const [one] = read(records);
    const [handshake, ...others] = one.test_keys.tls_handshakes;
    expect(others).toEqual([]);
    expect(one.test_keys.rootwatch.verdict).toBe("intercepted");
    expect(handshake).toMatchObject({ failure: null, no_tls_verify: false, server_name: "host-0-0.secret.example" });
    expect(one.annotations.chain).toContain("built by the browser");
    const [leaf, intermediate, root] = handshake.peer_certificates.map(
      ({ format, data }: { format: string; data: string }) => {
        expect(format).toBe("base64");
        return new X509Certificate(Buffer.from(data, "base64"));
      },
    );
    expect(leaf.subjectAltName).toBe("DNS:host-0-0.secret.example");
    expect(leaf.verify(intermediate.publicKey) && intermediate.verify(root.publicKey)).toBe(true);
  });

  it.each([
    ["ERR_CERT_AUTHORITY_INVALID", "ssl_unknown_authority"],
    ["SEC_ERROR_UNKNOWN_ISSUER", "ssl_unknown_authority"],
    ["MOZILLA_PKIX_ERROR_MITM_DETECTED", "ssl_unknown_authority"],
    ["SSL_ERROR_BAD_CERT_DOMAIN", "ssl_invalid_hostname"],
    ["ERR_CERT_COMMON_NAME_INVALID", "ssl_invalid_hostname"],
    ["ERR_CERT_DATE_INVALID", "ssl_invalid_certificate"],
    ["NSS -8101", "unknown_failure: NSS -8101"],
  ])("says of the refusal %s %s", (error, failure) => {
    const [one] = read([changed({ basis: "error", outcome: "stopped", error }, { leaf: null, issuers: [] })]);
    expect(one.test_keys.tls_handshakes[0]).toMatchObject({ failure, peer_certificates: null });
  });

  it("has a handshake of what was cut off, and none of what was not seen", () => {
    const unseen = (error: string) =>
      changed({ basis: "none", outcome: "unknown", error }, { leaf: null, issuers: [] });
    const [reset, cached] = read([unseen("reset"), unseen("from-cache")]);
    expect(reset.test_keys.tls_handshakes[0].failure).toBe("connection_reset");
    expect(cached.test_keys.tls_handshakes).toEqual([]);
  });

  it("takes country and provider only where they are codes", () => {
    const network = (provider: string) => ({ provider, line: "", note: "" });
    const [code, words] = read([
      changed({}, { country: "KZ", network: network("AS9198") }),
      changed({}, { country: "Kazakhstan", network: network("Provider AS9198") }),
    ]);
    expect([code.probe_cc, code.probe_asn]).toEqual(["KZ", "AS9198"]);
    expect([words.probe_cc, words.probe_asn]).toEqual(["ZZ", "AS0"]);
  });

  it("has of hidden things neither name nor certificate, and the month alone of a time", () => {
    const hidden = selected(journal.records, choiceOf(journal.records, READY_FIELDS.publish)).records;
    const [one] = read(hidden);
    expect(one).toMatchObject({ input: null, probe_cc: "ZZ", measurement_start_time: "2026-10-01 00:00:00" });
    expect(one.annotations.time_precision).toBe("month");
    expect(one.test_keys.tls_handshakes[0]).not.toHaveProperty("server_name");
    expect(one.test_keys.tls_handshakes[0]).toMatchObject({ address: "", peer_certificates: null });
    expect(recordsAsOoni(hidden, journal.certificates)).not.toContain("secret");
  });

  it("does not put an issuer where readers look for the leaf", () => {
    const [one] = read([changed({}, { leaf: undefined as never })]);
    expect(one.test_keys.tls_handshakes[0].peer_certificates).toBeNull();
  });

  it("holds hostile texts as data on one line of ASCII", async () => {
    const hostile = await hostileRecords(world);
    expect(recordsAsOoni(hostile.records, hostile.certificates)).not.toMatch(STEERING);
    const names = read(hostile.records, hostile.certificates).map(
      ({ test_keys }) => test_keys.tls_handshakes[0].server_name,
    );
    expect(names).toEqual(HOSTILE);
  });
});
