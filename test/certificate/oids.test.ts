import { expect, test } from "vitest";
import { nameText } from "../../src/certificate/name.ts";
import { ATTRIBUTE_NAMES } from "../../src/certificate/oids.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { askOpenssl } from "./openssl.ts";
import { name, written } from "./written.ts";

/** Where OpenSSL has a name of its own. */
const ITS_OWN: ReadonlyMap<string, string> = new Map([
  ["street", "STREET"],
  ["GN", "givenName"],
]);

test("attribute types have the names that OpenSSL knows them by", () => {
  const types = [...ATTRIBUTE_NAMES.keys()];
  const der = written({ subject: name(...types.map((type) => [type, 0x0c, "x"] as const)) });
  const theirs = askOpenssl(der)
    ?.subject.split("=x")
    .map((part) => part.replace(",", ""));
  const ours = nameText(parseCertificate(der).subject)
    .split("=x")
    .map((part) => part.replace(",", ""));
  expect(ours).toEqual(theirs?.map((each) => ITS_OWN.get(each) ?? each));
  expect(new Set(ours).size).toBe(types.length + 1);
});
