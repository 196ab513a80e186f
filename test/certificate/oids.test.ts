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
  const called = (text: string) => [...text.matchAll(/(\w+)=x/g)].map(([, each = ""]) => ITS_OWN.get(each) ?? each);
  const ours = called(nameText(parseCertificate(der).subject));
  expect(ours).toEqual(called(askOpenssl(der)?.subject ?? ""));
  expect(ours).toHaveLength(types.length);
});
