import { describe, expect, it, test } from "vitest";
import { parseCertificate } from "../../src/certificate/parse.ts";
import {
  bits,
  boolean,
  type Extension,
  element,
  extensions,
  implicit,
  integer,
  joined,
  name,
  octets,
  oid,
  sequence,
  tagged,
  written,
} from "./written.ts";

const [KEY_ID, KEY_USAGE, ALT_NAMES, CONSTRAINTS, ISSUER_KEY_ID, TIMESTAMPS] = [
  "2.5.29.14",
  "2.5.29.15",
  "2.5.29.17",
  "2.5.29.19",
  "2.5.29.35",
  "1.3.6.1.4.1.11129.2.4.2",
] as const;

const NONE = {
  subjectKeyId: null,
  authorityKeyId: null,
  subjectAltNames: [],
  basicConstraints: null,
  keyCertSign: null,
  hasSignedCertificateTimestamps: false,
};

const read = (...list: Extension[]) => parseCertificate(written({ rest: extensions(...list) }));

const AUTHORITY_NAME = tagged(1, tagged(4, name()));
const AUTHORITY_SERIAL = implicit(2, [1]);

describe("an extension", () => {
  it("counts as none where there is none, or only unknown ones", () => {
    expect(parseCertificate(written()).extensions).toEqual(NONE);
    expect(read(["1.2.3.4", octets()])).toMatchObject({ extensions: NONE, irregularities: [] });
  });

  it.each<[string, string, Uint8Array, object]>([
    ["key identifier", KEY_ID, octets([0xab, 1]), { subjectKeyId: "ab01" }],
    ["key identifier of the issuer", ISSUER_KEY_ID, sequence(implicit(0, [0xab, 1])), { authorityKeyId: "ab01" }],
    [
      "key identifier, name and serial number of the issuer",
      ISSUER_KEY_ID,
      sequence(implicit(0, [0xab]), AUTHORITY_NAME, AUTHORITY_SERIAL),
      { authorityKeyId: "ab" },
    ],
    [
      "only name and serial number of the issuer",
      ISSUER_KEY_ID,
      sequence(AUTHORITY_NAME, AUTHORITY_SERIAL),
      { authorityKeyId: null },
    ],
    ["CA", CONSTRAINTS, sequence(boolean(0xff)), { basicConstraints: { ca: true, pathLength: null } }],
    ["no CA", CONSTRAINTS, sequence(), { basicConstraints: { ca: false, pathLength: null } }],
    ["no CA, written out", CONSTRAINTS, sequence(boolean(0)), { basicConstraints: { ca: false, pathLength: null } }],
    [
      "CA for leaves only",
      CONSTRAINTS,
      sequence(boolean(0xff), integer(0)),
      { basicConstraints: { ca: true, pathLength: 0 } },
    ],
    [
      "CA with a long path",
      CONSTRAINTS,
      sequence(boolean(0xff), integer(1, 0)),
      { basicConstraints: { ca: true, pathLength: 256 } },
    ],
    ["may sign certificates", KEY_USAGE, element(0x03, [1, 0x06]), { keyCertSign: true }],
    ["may not sign certificates", KEY_USAGE, element(0x03, [0, 0xfb]), { keyCertSign: false }],
    ["may do nothing", KEY_USAGE, element(0x03, [0]), { keyCertSign: false }],
    ["timestamps", TIMESTAMPS, octets(), { hasSignedCertificateTimestamps: true }],
  ])("%s", (_, id, value, expected) => {
    expect(read([id, value])).toMatchObject({ extensions: { ...NONE, ...expected }, irregularities: [] });
  });

  it("is read when it is critical, too", () => {
    const critical = sequence(oid(KEY_ID), boolean(0xff), octets(octets([7])));
    expect(parseCertificate(written({ rest: tagged(3, sequence(critical)) })).extensions.subjectKeyId).toBe("07");
  });

  it("counts the first time it is given", () => {
    expect(read([KEY_ID, octets([1])], [KEY_ID, octets([2])])).toMatchObject({
      extensions: { subjectKeyId: "01" },
      irregularities: ["duplicate-extension"],
    });
  });

  const MORE = element(0x05);
  it.each<[string, string, Uint8Array]>([
    ["more behind a key identifier", KEY_ID, joined([octets([1]), MORE])],
    ["a key identifier of another type", KEY_ID, bits([1])],
    ["more behind the issuer's key identifier", ISSUER_KEY_ID, joined([sequence(implicit(0, [1])), MORE])],
    ["more in the issuer's key identifier", ISSUER_KEY_ID, sequence(implicit(0, [1]), MORE)],
    ["more behind basic constraints", CONSTRAINTS, joined([sequence(boolean(0xff)), MORE])],
    ["more in basic constraints", CONSTRAINTS, sequence(boolean(0xff), MORE)],
    ["a CA that is neither true nor false", CONSTRAINTS, sequence(boolean(1))],
    ["a CA that is true twice", CONSTRAINTS, sequence(boolean(0xff, 0xff))],
    ["more behind key usage", KEY_USAGE, joined([element(0x03, [1, 0x06]), MORE])],
    ["more behind alternative names", ALT_NAMES, joined([sequence(implicit(2, "a.example")), MORE])],
    ["an alternative name of no kind that exists", ALT_NAMES, sequence(implicit(2, "a.example"), implicit(9, "x"))],
    ["an alternative name with an identifier that is none", ALT_NAMES, sequence(implicit(8, [0x81]))],
  ])("that cannot be read counts as absent and is told: %s", (_, id, value) => {
    expect(read([id, value], [TIMESTAMPS, octets()])).toMatchObject({
      extensions: { ...NONE, hasSignedCertificateTimestamps: true },
      irregularities: ["unreadable-extension"],
    });
  });
});

describe("an alternative name", () => {
  const ipv6 = (...groups: number[]) =>
    implicit(7, new Uint8Array(groups.flatMap((group) => [group >> 8, group & 0xff])));

  it.each([
    ["another kind of name", tagged(0, oid("1.2.3"), tagged(0, octets([1]))), "other:#06022a03a003040101"],
    ["a mail address", implicit(1, "a@b.example"), "email:a@b.example"],
    ["a host", implicit(2, "a.example"), "dns:a.example"],
    ["a host that is not ASCII", implicit(2, "\xe9"), "dns:#e9"],
    ["an X.400 address", tagged(3, octets([1])), "x400:#040101"],
    ["a directory name", tagged(4, name(["2.5.4.3", 0x0c, "x"])), "dirname:CN=x"],
    ["an EDI party", tagged(5, octets([1])), "edi:#040101"],
    ["a URI", implicit(6, "https://a.example/"), "uri:https://a.example/"],
    ["a registered identifier", implicit(8, [0x2a, 3]), "rid:1.2.3"],
    ["an IPv4 address", implicit(7, [192, 0, 2, 1]), "ip:192.0.2.1"],
    ["an address of no length that exists", implicit(7, [192, 0, 2, 0, 255, 255, 255, 0]), "ip:#c0000200ffffff00"],
    ["an address that is too long", implicit(7, new Uint8Array(17)), `ip:#${"00".repeat(17)}`],
    ["an IPv6 address without zeros", ipv6(0x2001, 0xdb8, 1, 2, 3, 4, 5, 0xabcd), "ip:2001:db8:1:2:3:4:5:abcd"],
    ["an IPv6 address with one zero", ipv6(0x2001, 0xdb8, 0, 1, 1, 1, 1, 1), "ip:2001:db8:0:1:1:1:1:1"],
    ["an IPv6 address with two runs of zeros", ipv6(0x2001, 0, 0, 1, 0, 0, 0, 1), "ip:2001:0:0:1::1"],
    ["an IPv6 address with two equal runs", ipv6(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1), "ip:2001:db8::1:0:0:1"],
    ["the IPv6 address of this device", ipv6(0, 0, 0, 0, 0, 0, 0, 1), "ip:::1"],
    ["the IPv6 address of nothing", ipv6(0, 0, 0, 0, 0, 0, 0, 0), "ip:::"],
  ])("%s", (_, given, text) => {
    expect(read([ALT_NAMES, sequence(given)])).toMatchObject({
      extensions: { subjectAltNames: [text] },
      irregularities: [],
    });
  });
});

test("alternative names stand in the order of the certificate", () => {
  const names = sequence(implicit(2, "b.example"), implicit(2, "a.example"));
  expect(read([ALT_NAMES, names]).extensions.subjectAltNames).toEqual(["dns:b.example", "dns:a.example"]);
});
