import { describe, expect, test } from "vitest";
import type { Role } from "../../src/watchlist/authority.ts";
import { authorities } from "./facts.ts";

/** How many certificates and keys of each role an authority has: decided one by one, so that a slip shows. */
const ROLES: Readonly<Record<string, Partial<Record<Role, number>>>> = {
  "kz-root-2015": {},
  "kz-qaznet-2019": { interception: 2 },
  "kz-isca-2020": { interception: 1 },
  "kz-isca-2021-2024": { interception: 15 },
  "kz-usiag": {},
  "ru-trusted-root-2022": { "state-operated": 3 },
  "cn-github-mitm-2013": { interception: 1 },
  "cn-icloud-mitm-2014": { interception: 1 },
  "cn-webmail-mitm-2014": { interception: 5 },
  "cn-facebook-fake-2014": { interception: 1 },
  "cn-cnnic-mcs-2015": { "distrusted-ca": 2, interception: 1 },
  "cn-wosign-startcom-2016": { "distrusted-ca": 7, misissued: 2 },
  "nl-diginotar-2011": { "distrusted-ca": 12, interception: 1 },
  "gb-comodo-ra-2011": { misissued: 9 },
  "in-nic-cca-2014": { "distrusted-ca": 3 },
  "fr-anssi-dgtresor-2013": { interception: 1 },
  "tr-turktrust-2013": { interception: 1, "distrusted-ca": 1 },
  "us-trustwave-2012": { interception: 1 },
  "ae-darkmatter-uae-2019": { "distrusted-ca": 11, "state-operated": 4 },
  "pa-trustcor-2022": { "distrusted-ca": 3 },
  "in-cyberoam-2012": { "private-key-public": 1 },
  "us-superfish-2015": { "private-key-public": 1 },
  "komodia-family-2015": { "private-key-public": 4 },
  "us-dell-2015": { "private-key-public": 2 },
  "ca-mitel-2017": { "private-key-public": 4 },
  "dk-sennheiser-2018": { "private-key-public": 2 },
  "it-hacking-team-2015": { "distrusted-ca": 2 },
};

describe("the roles", () => {
  test.each(authorities.map((authority) => [authority.id, authority] as const))("of %s", (id, { certificates }) => {
    const counts: Partial<Record<Role, number>> = {};
    for (const { role } of certificates) counts[role] = (counts[role] ?? 0) + 1;
    expect(counts).toEqual(ROLES[id]);
  });

  test("only these names can make a resemblance suspicious, and none is a public authority's", () => {
    const named = authorities.flatMap(({ certificates }) =>
      certificates
        .filter(({ role, position }) => role === "interception" && position !== "leaf")
        .flatMap(({ subject }) => subject ?? []),
    );
    expect([...new Set(named)].sort()).toEqual([
      "C=KZ,O=ISCA,CN=Information Security Certification Authority",
      "C=KZ,O=ISCA,CN=Information Security Certification Authority CA",
      "CN=*.EGO.GOV.TR,OU=EGO BILGI ISLEM,O=EGO,L=ANKARA,ST=ANKARA,C=TR",
      "CN=AC DG Trésor SSL,O=DG Trésor,C=FR",
      "CN=Information Security Certification Authority,O=ISCA,L=Nur-Sultan,ST=Nur-Sultan,C=KZ",
      "CN=MCSHOLDING TEST,O=MCSHOLDING,C=EG",
      "CN=Qaznet Trust Network,C=KZ",
      "CN=Security Certificate,C=KZ",
    ]);
  });

  test("what only one collection vouches for says so", () => {
    const facebook = authorities.find(({ id }) => id === "cn-facebook-fake-2014");
    expect(facebook?.status.en).toContain("only one collection vouches for it");
    expect(facebook?.sources).toHaveLength(1);
  });
});
