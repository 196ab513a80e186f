import { describe, expect, it } from "vitest";
import { nameText } from "../../src/certificate/name.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import { createRoot } from "../lab/certification-authority.ts";
import { issueLeaf } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";
import { watchlist } from "../shipped-watchlist.ts";
import { nodeRoots } from "../watchlist/node-roots.ts";
import { fileObservation, pageObservation, parsed } from "./observations.ts";

describe("the public roots that Node ships", () => {
  it("are judged to be nothing, every one", async () => {
    for (const root of nodeRoots) {
      const inFile = await assess(fileObservation([root]), watchlist, NO_MEMORY);
      expect({ verdict: inFile.verdict, of: nameText(root.subject) }).toMatchObject({ verdict: "nothing-found" });
      expect(inFile.findings.filter(({ rule }) => rule === "listed-authority")).toEqual([]);
    }
  });

  it("share neither name nor key identifier with a listed key of any role", () => {
    for (const { subject, extensions } of nodeRoots) {
      expect(watchlist.findByName(nameText(subject))).toEqual([]);
      if (extensions.subjectKeyId !== null) expect(watchlist.findByKeyId(extensions.subjectKeyId)).toEqual([]);
    }
  });
});

describe("genuine certificates of sites whose certificates were forged", () => {
  it.each(["github.com", "www.icloud.com", "google.com", "www.facebook.com", "*.google.com", "*.ego.gov.tr"])(
    "%s, as a whole chain and as a leaf alone",
    async (host) => {
      const root = await createRoot({ name: "CN=Public Root", algorithm: "ec" });
      const { cert } = await issueLeaf(root, { hosts: [host], algorithm: "ec" }, true);
      const chain = parsed(x509.PemConverter.decode(cert).map((der) => new x509.X509Certificate(der)));
      const whole = pageObservation(chain, { rootIsBuiltIn: true });
      const alone = pageObservation(chain.slice(0, 1), { basis: "leaf-only", rootIsBuiltIn: null });
      for (const observation of [whole, alone, fileObservation(chain)]) {
        expect((await assess(observation, watchlist, NO_MEMORY)).verdict).toBe("nothing-found");
      }
    },
  );
});
