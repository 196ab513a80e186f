import { expect, it, test } from "vitest";
import {
  certificateDataUrl,
  isCertificateResponse,
} from "../../../extension/background/observers/certificate-response.ts";
import { ended } from "../../ended.ts";

const response = (url: string, type: string | null, disposition?: string, statusCode = 200) => ({
  url,
  statusCode,
  responseHeaders: [
    ...(type === null ? [] : [{ name: "Content-Type", value: type }]),
    ...(disposition === undefined ? [] : [{ name: "content-disposition", value: disposition }]),
  ],
});

it.each([
  ["a CA certificate", response("http://a.example/x", "application/x-x509-ca-cert")],
  ["one with parameters and other case", response("http://a.example/x", "Application/PKIX-Cert; a=b")],
  ["a user certificate", response("http://a.example/x", "application/x-x509-user-cert")],
  ["a container", response("http://a.example/x", "application/x-pkcs7-certificates")],
  ["a profile", response("http://a.example/x", "application/x-apple-aspen-config")],
  ["an ending where the type says nothing", response("http://a.example/Root.CRT?x=1", "application/octet-stream")],
  ["an ending without a type", response("http://a.example/root.mobileconfig", null)],
  ["an ending in text", response("http://a.example/root.pem", "text/plain; charset=utf-8")],
  [
    "an attachment's name",
    response("http://a.example/get", "application/octet-stream", 'attachment; filename="r.cer"'),
  ],
  ["its long form", response("http://a.example/get", "binary/octet-stream", "attachment; filename*=UTF-8''r.p7b")],
])("%s is a certificate", (_, details) => {
  expect(isCertificateResponse(details)).toBe(true);
});

it.each([
  ["a page whose address ends so", response("https://a.example/root.crt", "text/html")],
  ["a picture", response("https://a.example/root.der", "image/png")],
  ["another download", response("https://a.example/setup.exe", "application/octet-stream")],
  ["an ending in the query alone", response("https://a.example/x?file=root.crt", "application/octet-stream")],
  ["an error", response("https://a.example/root.crt", "application/x-x509-ca-cert", undefined, 404)],
  ["a redirect", response("https://a.example/root.crt", "application/x-x509-ca-cert", undefined, 302)],
])("%s is none", (_, details) => {
  expect(isCertificateResponse(details)).toBe(false);
});

it.each([
  ["data:application/x-x509-ca-cert;base64,MIID", "data:application/x-x509-ca-cert;base64"],
  ["DATA:Application/PKIX-Cert,a,b", "DATA:Application/PKIX-Cert"],
  ["data:application/octet-stream;name=root.crt;base64,MIID", null],
  ["data:,application/x-x509-ca-cert", null],
  ["data:text/html,<a href='data:application/pkix-cert,x'>", null],
  ["blob:http://a.example/application/x-x509-ca-cert,", null],
  ["data:application/pkix-cert", null],
])("%s is the address of a certificate that a page holds only by its type", (url, head) => {
  expect(certificateDataUrl(url)).toBe(head);
});

test("a long hostile header or address costs time in proportion to its length", () => {
  // Every request is held meanwhile. What went with the square of it would take minutes.
  const long = response("https://a.example/", "text/html", `attachment; filename=${" ".repeat(1_000_000)};`);
  expect(ended(() => isCertificateResponse(long))).toBe(false);
  expect(ended(() => certificateDataUrl(`data:${"a".repeat(2_000_000)}`))).toBeNull();
  expect(ended(() => certificateDataUrl(`data:${";a".repeat(1_000_000)}`))).toBeNull();
});
