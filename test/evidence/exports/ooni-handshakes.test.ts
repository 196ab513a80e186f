import { describe, expect, it } from "vitest";
import { tlsHandshakes } from "../../../src/evidence/exports/ooni-handshakes.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import type { RecordLine } from "../../../src/evidence/record.ts";
import { disclosed, HASH } from "../disclosed.ts";

const OTHER = "cd".repeat(32);
const CERTIFICATES = new Map([
  [HASH, Uint8Array.of(1)],
  [OTHER, Uint8Array.of(2)],
]);

const handshakes = (said: Partial<Extract<RecordLine, { kind: "connection" }>>, shown: Partial<Fields> = {}) =>
  tlsHandshakes(disclosed("connection", said, shown), CERTIFICATES);

describe("a handshake for OONI", () => {
  it("has what is disclosed, and of what is not known what OONI writes then", () => {
    const unknown = { cipher_suite: "", tls_version: "", negotiated_protocol: "", t0: 0, t: 0 };
    expect(handshakes({})).toEqual([
      { ...unknown, address: "", failure: null, no_tls_verify: false, peer_certificates: null, tags: ["passive"] },
    ]);
    expect(handshakes({}, { host: null })[0]).not.toHaveProperty("server_name");
    const shown = { host: "host.example", address: "192.0.2.1:443", leaf: HASH, issuers: [OTHER] };
    expect(handshakes({ connection: "probe", exceptionAccepted: true }, shown)).toEqual([
      {
        ...{ ...unknown, address: "192.0.2.1:443", failure: null, no_tls_verify: true, server_name: "host.example" },
        peer_certificates: [
          { format: "base64", data: "AQ==" },
          { format: "base64", data: "Ag==" },
        ],
        tags: ["probe"],
      },
    ]);
  });

  it("has no chain without its leaf, and else what there is of it", () => {
    const chain = (shown: Partial<Fields>) => handshakes({}, shown).map((one) => Object(one).peer_certificates);
    const leaf = [{ format: "base64", data: "AQ==" }];
    expect(chain({ leaf: HASH })).toEqual([leaf]);
    expect(chain({ leaf: HASH, issuers: ["0".repeat(64)] })).toEqual([leaf]);
    expect(chain({ leaf: "0".repeat(64), issuers: [OTHER] })).toEqual([null]);
    expect(chain({ leaf: null, issuers: [OTHER] })).toEqual([null]);
  });

  it.each([
    ["net::ERR_CERT_AUTHORITY_INVALID", "ssl_unknown_authority"],
    ["ERR_CERT_COMMON_NAME_INVALID", "ssl_invalid_hostname"],
    ["SEC_ERROR_REVOKED_CERTIFICATE", "ssl_invalid_certificate"],
    ["reset", "connection_reset"],
    ["timed-out", "generic_timeout_error"],
  ])("failed by %s as %s, with or without a certificate", (error, failure) => {
    for (const basis of ["error", "none", "sent"] as const) {
      expect(handshakes({ basis, error })).toMatchObject([{ failure }]);
    }
  });

  it.each(["reset-stream", "not-reset", "timed-out-not", "it-timed-out", "other"])(
    "failed by %s in no way that is known",
    (error) => {
      expect(handshakes({ basis: "error", error })).toMatchObject([{ failure: `unknown_failure: ${error}` }]);
      expect(handshakes({ basis: "sent", error })).toMatchObject([{ failure: null }]);
      expect(handshakes({ basis: "none", error })).toEqual([]);
    },
  );

  it("has no failure that nobody named", () => {
    expect(handshakes({ basis: "error", error: null })).toMatchObject([{ failure: null }]);
  });

  it("is there of connections alone, and of those that were seen", () => {
    expect(handshakes({ basis: "none" })).toEqual([]);
    expect(tlsHandshakes(disclosed("offer"), CERTIFICATES)).toEqual([]);
  });
});
