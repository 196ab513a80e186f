import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../../src/certificate/certificate.ts";
import { certificateList } from "../../../src/evidence/report/certificate-list.ts";
import { parsed, selfSigned } from "../../certificate/made.ts";
import { disclosed, HASH } from "../disclosed.ts";
import { content, linesOf } from "./content.ts";

const MADE = "cd".repeat(32);
let certificate: Certificate;

beforeAll(async () => {
  const notBefore = new Date("2026-11-01T10:20:30Z");
  const notAfter = new Date("2027-11-02T10:20:30Z");
  certificate = parsed(await selfSigned("ec-p256", { name: "CN=made", serialNumber: "0a0b", notBefore, notAfter }));
});

const lines = (seq: number, shown: { leaf?: string; issuers?: string[] }) =>
  linesOf(
    certificateList(
      disclosed("connection", { seq }, shown),
      content({ certificates: new Map([[MADE, certificate]]), firstNamed: new Map([[MADE, 2]]) }),
    ),
  );

const FACTS = [
  ...["Issued to: CN=made", "Issued by: CN=made", "Serial number: 0a0b"],
  ...["Dates: Valid 2026-11-01 to 2027-11-02", `SHA-256: ${MADE}`],
];

describe("the certificates of a record", () => {
  it("are told in full where they are named first, and of what is not there that it is not", () => {
    expect(lines(2, { leaf: HASH, issuers: [MADE] })).toEqual([
      ...["The certificates", "The certificates: This certificate is not in the file or cannot be read."],
      ...[`SHA-256: ${HASH}`, ...FACTS],
    ]);
    expect(lines(3, { leaf: MADE })).toEqual(["The certificates", FACTS[0], `SHA-256: ${MADE}`]);
  });

  it("are none where none is named", () => {
    expect(lines(2, {})).toEqual([]);
  });
});
