import { describe, expect, it } from "vitest";
import { LARGEST_PUBLIC_KEY, readPublicKeys } from "../../src/certificate/read-public-keys.ts";
import { bits, element, joined, oid, sequence } from "./written.ts";

const keyOf = (length: number) =>
  sequence(sequence(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")), bits(new Uint8Array(length)));
const KEY = keyOf(65);
const block = (der: Uint8Array, label = "PUBLIC KEY") =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString("base64")}\n-----END ${label}-----\n`;
const read = (text: string) => readPublicKeys(new TextEncoder().encode(text));

describe("bare public keys", () => {
  it("are read from PEM in their order, whatever else is in it", () => {
    const other = keyOf(66);
    expect(read(`text\n${block(KEY)}${block(KEY, "CERTIFICATE")}${block(other)}`)).toEqual({
      keys: [KEY, other],
      errors: [],
    });
    expect(read("no key")).toEqual({ keys: [], errors: [] });
  });

  it("are read from a file that is one in DER", () => {
    expect(readPublicKeys(KEY)).toEqual({ keys: [KEY], errors: [] });
    expect(readPublicKeys(joined([KEY, [0]]))).toEqual({ keys: [], errors: [] });
  });

  it("that cannot be read are told with line and reason, and the others are read all the same", () => {
    const unended = "-----BEGIN PUBLIC KEY-----\n";
    const text =
      block(element(0x05)) + block(KEY) + block(joined([KEY, [0]])) + block(KEY).replace("\n", "\n!") + unended;
    expect(read(text)).toEqual({
      keys: [KEY],
      errors: [
        { code: "bad-tag", at: "line 1", text: "the public key should have tag 0x30, has 0x05" },
        { code: "trailing-bytes", at: "line 7", text: "the public key is followed by 1 more bytes" },
        { code: "bad-base64", at: "line 10", text: "what stands between the lines is not base64" },
        { code: "pem-without-end", at: "line 13", text: 'the block has no "END PUBLIC KEY" line' },
      ],
    });
  });

  it("are read up to the largest size", () => {
    const overhead = keyOf(4000).length - 4000;
    const largest = keyOf(LARGEST_PUBLIC_KEY - overhead);
    const larger = keyOf(LARGEST_PUBLIC_KEY - overhead + 1);
    expect(readPublicKeys(largest).keys).toEqual([largest]);
    expect(readPublicKeys(larger).keys).toEqual([]);
    expect(read(block(larger))).toEqual({
      keys: [],
      errors: [{ code: "too-large", at: "line 1", text: "6145 bytes where a key may have 6144" }],
    });
  });

  it("are read up to a thousand, with those that cannot be read", () => {
    const broken = block(element(0x05));
    const full = read(broken + block(KEY).repeat(999));
    expect([full.keys.length, full.errors.length]).toEqual([999, 1]);
    expect(read(broken + block(KEY).repeat(1000))).toEqual({
      keys: [],
      errors: [{ code: "too-many", at: null, text: "more than 1000 keys in one file" }],
    });
  });
});
