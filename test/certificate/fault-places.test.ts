import { expect, test } from "vitest";
import { parseCertificate } from "../../src/certificate/parse.ts";
import {
  bits,
  boolean,
  element,
  extensions,
  integer,
  joined,
  octets,
  oid,
  type Parts,
  sequence,
  set,
  tagged,
  utcTime,
  written,
} from "./written.ts";

/** What stands nowhere in a certificate, in the place of one of its parts. */
const ODD = element(0x05, [0xdd, 0xdd, 0xdd]);
const wanted = (tag: string) => `should have tag 0x${tag}, has 0x05`;
const LEFT_OVER = "is followed by 5 more bytes";

const endless = (tag: number) => joined([[tag], ENDLESS]);
const ENDLESS = Uint8Array.of(0x80, 0xdd, 0xdd);
const ENDLESSLY = "has an indefinite length";

const ALGORITHM = oid("1.2.840.10045.4.3.2");
const KEY = sequence(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7"));
const START = utcTime("260101000000Z");
const TYPE = oid("2.5.4.3");
const VALUE = element(0x0c, "x");
const UNFINISHED_OID = element(0x06, [0xdd]);
const nameOf = (...attribute: readonly Uint8Array[]) => sequence(set(sequence(...attribute)));
const extension = (...parts: readonly Uint8Array[]) => tagged(3, sequence(sequence(...parts)));

/** What is said, of which certificate, and the byte that is named: where the fault stands, and how far in it. */
test.each<[string, Partial<Parts>, Uint8Array?, number?]>([
  [`the version ${ENDLESSLY}`, { version: endless(0xa0) }, ENDLESS],
  [`the version ${wanted("02")}`, { version: tagged(0, ODD) }],
  [`the version ${LEFT_OVER}`, { version: tagged(0, integer(2), ODD) }],
  ["the version is not 1, 2 or 3", { version: tagged(0, integer(0x5d)) }, integer(0x5d)],
  ["the version is an integer that could be written shorter", { version: tagged(0, integer(0, 2)) }, integer(0, 2), 2],
  [`the serial number ${wanted("02")}`, { serial: ODD }],
  ["the serial number is an integer that could be written shorter", { serial: integer(0, 2) }, integer(0, 2), 2],
  [`the signed part's signature algorithm ${wanted("30")}`, { inner: ODD }],
  [`the signed part's signature algorithm ${wanted("06")}`, { inner: sequence(ODD) }],
  [
    `the signed part's signature algorithm's parameters ${ENDLESSLY}`,
    { inner: sequence(ALGORITHM, endless(0x30)) },
    ENDLESS,
  ],
  [`the signed part's signature algorithm ${LEFT_OVER}`, { inner: sequence(ALGORITHM, ALGORITHM, ODD) }],
  [`the issuer ${wanted("30")}`, { issuer: ODD }],
  [`the issuer's relative name ${wanted("31")}`, { issuer: sequence(ODD) }],
  ["the issuer has an empty relative name", { issuer: sequence(set()) }, set()],
  [`the issuer's attribute ${wanted("30")}`, { issuer: sequence(set(ODD)) }],
  [`the issuer's attribute type ${wanted("06")}`, { issuer: nameOf(ODD) }],
  [
    "the issuer's attribute type has an object identifier that ends within an arc",
    { issuer: nameOf(UNFINISHED_OID) },
    UNFINISHED_OID,
  ],
  [`the issuer's attribute value ${ENDLESSLY}`, { issuer: nameOf(TYPE, endless(0x0c)) }, ENDLESS],
  [`the issuer's attribute ${LEFT_OVER}`, { issuer: nameOf(TYPE, VALUE, ODD) }],
  [`the validity ${wanted("30")}`, { validity: ODD }],
  ["the start of validity is neither UTCTime nor GeneralizedTime", { validity: sequence(ODD) }],
  ["the end of validity is neither UTCTime nor GeneralizedTime", { validity: sequence(START, ODD) }],
  [`the validity ${LEFT_OVER}`, { validity: sequence(START, START, ODD) }],
  [`the subject ${wanted("30")}`, { subject: ODD }],
  [`the subject's attribute ${LEFT_OVER}`, { subject: nameOf(TYPE, VALUE, ODD) }],
  [`the public key ${wanted("30")}`, { spki: ODD }],
  [`the public key's algorithm ${wanted("30")}`, { spki: sequence(ODD) }],
  [`the public key's algorithm ${wanted("06")}`, { spki: sequence(sequence(ODD)) }],
  [`the public key's parameters ${ENDLESSLY}`, { spki: sequence(sequence(ALGORITHM, endless(0x30))) }, ENDLESS],
  [`the public key's algorithm ${LEFT_OVER}`, { spki: sequence(sequence(ALGORITHM, ALGORITHM, ODD)) }],
  [
    "the public key's curve has an object identifier that ends within an arc",
    { spki: sequence(sequence(oid("1.2.840.10045.2.1"), UNFINISHED_OID), bits([4])) },
    UNFINISHED_OID,
  ],
  [`the public key's bits ${wanted("03")}`, { spki: sequence(KEY, ODD) }],
  [
    "the public key's bits do not say how many bits they are",
    { spki: sequence(KEY, element(0x03, [8, 0xdd])) },
    Uint8Array.of(8, 0xdd),
  ],
  [
    "the public key's bits are not whole bytes",
    { spki: sequence(KEY, element(0x03, [4, 0xd0])) },
    element(0x03, [4, 0xd0]),
  ],
  [`the public key ${LEFT_OVER}`, { spki: sequence(KEY, bits([4]), ODD) }],
  [`the issuer's unique identifier ${ENDLESSLY}`, { rest: endless(0x81) }, ENDLESS],
  [`the subject's unique identifier ${ENDLESSLY}`, { rest: endless(0x82) }, ENDLESS],
  [`the extensions ${ENDLESSLY}`, { rest: endless(0xa3) }, ENDLESS],
  [`the extensions ${wanted("30")}`, { rest: tagged(3, ODD) }],
  [`the extensions ${LEFT_OVER}`, { rest: tagged(3, sequence(), ODD) }],
  [`the signed part ${LEFT_OVER}`, { rest: joined([extensions(), ODD]) }],
  [`an extension ${wanted("30")}`, { rest: tagged(3, sequence(ODD)) }],
  [`an extension's identifier ${wanted("06")}`, { rest: extension(ODD) }],
  [`an extension's criticality ${ENDLESSLY}`, { rest: extension(TYPE, endless(0x01)) }, ENDLESS],
  ["a boolean is neither true nor false", { rest: extension(TYPE, boolean(0xdd), octets()) }, boolean(0xdd)],
  [`an extension's value ${wanted("04")}`, { rest: extension(TYPE, ODD) }],
  [`an extension ${LEFT_OVER}`, { rest: extension(TYPE, octets(), ODD) }],
  [`the signature algorithm ${wanted("30")}`, { outer: ODD }],
  [`the signature algorithm ${wanted("06")}`, { outer: sequence(ODD) }],
  [`the signature algorithm's parameters ${ENDLESSLY}`, { outer: sequence(ALGORITHM, endless(0x30)) }, ENDLESS],
  [`the signature algorithm ${LEFT_OVER}`, { outer: sequence(ALGORITHM, ALGORITHM, ODD) }],
  [`the signature's bits ${wanted("03")}`, { signature: ODD }],
  [
    "the signature's bits do not say how many bits they are",
    { signature: element(0x03, [8, 0xdd]) },
    Uint8Array.of(8, 0xdd),
  ],
  [`the signature ${LEFT_OVER}`, { signature: joined([bits(), ODD]) }],
])("%s: so it is said, and at which byte", (message, parts, fault = ODD, within = 0) => {
  const der = written(parts);
  const byte = Buffer.from(der).indexOf(fault) + within;
  expect(() => parseCertificate(der)).toThrow(expect.objectContaining({ message, byte }));
});
