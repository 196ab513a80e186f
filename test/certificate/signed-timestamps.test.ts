import { describe, expect, it } from "vitest";
import { readSignedTimestamps } from "../../src/certificate/signed-timestamps.ts";
import { octets } from "./written.ts";

const AT = Date.UTC(2026, 10, 22);
const TRUNCATED = expect.objectContaining({ name: "CertificateError", code: "truncated", byte: 2 });

/** A list with these entries, each of this moment and with a signature of eight bytes. */
function list(...moments: readonly bigint[]): Uint8Array {
  const entries = moments.map((at, index) => {
    const entry = Buffer.alloc(2 + 1 + 32 + 8 + 8);
    entry.writeUInt16BE(entry.length - 2);
    entry.fill(index + 1, 3, 35);
    entry.writeBigUInt64BE(at, 35);
    return entry;
  });
  const body = Buffer.concat(entries);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([length, body]);
}

describe("the entries in public logs", () => {
  it("are told with their log and moment", () => {
    expect(readSignedTimestamps(octets(list(BigInt(AT), BigInt(AT + 1))))).toEqual([
      { log: "01".repeat(32), at: AT },
      { log: "02".repeat(32), at: AT + 1 },
    ]);
  });

  it("end with an error wherever the list is cut", () => {
    const whole = list(BigInt(AT));
    for (let length = 3; length < whole.length; length++) {
      expect(() => readSignedTimestamps(octets(whole.subarray(0, length)))).toThrow(TRUNCATED);
    }
  });

  it("of a moment that is no date are refused", () => {
    const last = 8.64e15;
    expect(readSignedTimestamps(octets(list(BigInt(last))))).toMatchObject([{ at: last }]);
    expect(() => readSignedTimestamps(octets(list(BigInt(last) + 1n)))).toThrow(
      expect.objectContaining({ name: "CertificateError", code: "bad-time", byte: 2 }),
    );
  });

  it("have a version, a log and a moment, or are none", () => {
    const entry = (length: number) => octets([0, 2 + length, 0, length], new Uint8Array(length));
    expect(readSignedTimestamps(entry(41))).toEqual([{ log: "00".repeat(32), at: 0 }]);
    const short = octets([0, 84, 0, 40], new Uint8Array(40), [0, 40], new Uint8Array(40));
    expect(() => readSignedTimestamps(short)).toThrow(TRUNCATED);
    expect(readSignedTimestamps(octets([0, 0]))).toEqual([]);
  });
});
