import { describe, expect, it } from "vitest";
import { readCertificateFile } from "../../src/certificate/read-file.ts";
import { selfSigned } from "./made.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const pem = async () => (await selfSigned("ec-p256")).toString("pem");

describe("readCertificateFile", () => {
  it("reads PEM with any text between, CRLF, and no final newline", async () => {
    const [one, two] = [await pem(), await pem()];
    const text = ` 0 s:CN=x\r\n${one.replaceAll("\n", "\r\n")}\r\n--- some text ---\n${two.trimEnd()}`;
    const { certificates, errors } = readCertificateFile(bytes(text));
    expect(errors).toEqual([]);
    expect(certificates).toHaveLength(2);
  });

  it("reads one certificate in DER", async () => {
    const { certificates, errors } = readCertificateFile(new Uint8Array((await selfSigned("ec-p256")).rawData));
    expect(errors).toEqual([]);
    expect(certificates).toHaveLength(1);
  });

  it("reads what stands around a broken block, and says where it is", async () => {
    const broken = (await pem()).replace(/\n.{8}/, "\nAAAAAAAA");
    const { certificates, errors } = readCertificateFile(bytes(`${await pem()}\n${broken}\n${await pem()}`));
    expect(certificates).toHaveLength(2);
    expect(errors).toMatchObject([{ code: "bad-tag", at: expect.stringMatching(/^certificate 2, byte 0, line \d+$/) }]);
  });

  it("passes over private keys and says so, without their contents", async () => {
    const key = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n";
    const file = readCertificateFile(bytes(key + (await pem())));
    expect(file.errors).toEqual([]);
    expect(file.certificates).toHaveLength(1);
    expect(file.passedOver).toEqual([{ label: "PRIVATE KEY", line: 1 }]);
  });

  it.each([
    ["nothing", "", "empty"],
    ["text", "hello\n", "no-certificate"],
    ["zeros", "\0".repeat(1000), "no-certificate"],
    ["a block without its end", "-----BEGIN CERTIFICATE-----\nAAAA\n", "pem-without-end"],
    ["a block that is not base64", "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n", "bad-base64"],
    ["an empty block", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", "missing-part"],
    ["only a private key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "no-certificate"],
    ["too many blocks", "-----BEGIN CERTIFICATE-----\n".repeat(100_000), "too-many"],
    ["a container that is none", "-----BEGIN PKCS7-----\nMAMGAQE=\n-----END PKCS7-----\n", "bad-container"],
  ])("says what is wrong with %s", (_, text, code) => {
    const { certificates, errors } = readCertificateFile(bytes(text));
    expect(certificates).toEqual([]);
    expect(errors).toMatchObject([{ code }]);
  });
});
