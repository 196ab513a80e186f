import { beforeAll, describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.ts";
import { fingerprints } from "../../src/certificate/fingerprint.ts";
import { assess } from "../../src/detection/assess.ts";
import { NO_MEMORY } from "../../src/detection/memory.ts";
import type { BrowserError, Observation, UnseenReason } from "../../src/detection/observation.ts";
import type { Watchlist } from "../../src/watchlist/watchlist.ts";
import { type Authority, createIntermediate, createRoot } from "../lab/certification-authority.ts";
import { issueLeaf } from "../lab/leaf.ts";
import * as x509 from "../lab/x509.ts";
import { fileObservation, pageObservation, parsed } from "./observations.ts";
import { watchlistOf } from "./watchlists.ts";

const NAME = "CN=Interception Root,O=Test,C=ZZ";

let root: Authority;
let intermediate: Authority;
/** Has the name of `root` and another key. */
let namesake: Authority;
let stranger: Authority;
let watchlist: Watchlist;

beforeAll(async () => {
  root = await createRoot({ name: NAME, algorithm: "rsa" });
  intermediate = await createIntermediate(root, { name: "CN=Intermediate,O=Test,C=ZZ", algorithm: "ec" });
  namesake = await createRoot({ name: NAME, algorithm: "ec" });
  stranger = await createRoot({ name: "CN=Stranger", algorithm: "ec" });
  watchlist = await watchlistOf(root.path[0], "interception");
});

/** A leaf and what is above it, root last. */
async function chainUnder(authority: Authority): Promise<Certificate[]> {
  const { cert } = await issueLeaf(authority, { hosts: ["www.example.com"], algorithm: "ec" }, true);
  return parsed(x509.PemConverter.decode(cert).map((der) => new x509.X509Certificate(der)));
}

const judge = (observation: Observation, list = watchlist) => assess(observation, list, NO_MEMORY);

describe("listed-authority", () => {
  it("calls a chain under a listed root intercepted, and says the certificate itself is listed", async () => {
    const assessment = await judge(pageObservation(await chainUnder(intermediate)));
    expect(assessment).toMatchObject({ kind: "connection", verdict: "intercepted", authority: "test-authority" });
    expect(assessment.path).toEqual([0, 1, 2]);
    expect(assessment.findings[0]).toMatchObject({ strength: "proof", match: "certificate", certificate: 2 });
  });

  it("finds the listed key behind a signature when the root was not sent, in any order", async () => {
    const chain = (await chainUnder(intermediate)).slice(0, 2);
    for (const certificates of [chain, chain.toReversed()]) {
      const assessment = await judge(fileObservation(certificates));
      expect(assessment).toMatchObject({ verdict: "intercepted", authority: "test-authority" });
      expect(assessment.findings[0]).toMatchObject({ strength: "proof", match: "signature" });
    }
  });

  it("finds a listed key in a certificate that was issued again", async () => {
    const again = await x509.X509CertificateGenerator.create({
      subject: "CN=Issued Again",
      issuer: "CN=Issued Again",
      publicKey: root.path[0].publicKey,
      signingKey: root.privateKey,
      extensions: [new x509.BasicConstraintsExtension(true)],
    });
    const chain = await chainUnder({ privateKey: root.privateKey, path: [again] });
    const assessment = await judge(fileObservation(chain));
    expect(assessment.verdict).toBe("intercepted");
    expect(assessment.findings[0]).toMatchObject({ strength: "proof", match: "public-key", certificate: 1 });
  });

  it("only suspects a chain that bears the name on another key", async () => {
    const assessment = await judge(fileObservation(await chainUnder(namesake)));
    expect(assessment).toMatchObject({ verdict: "suspected", authority: "test-authority" });
    expect(assessment.findings[0]).toMatchObject({ strength: "sign", match: "name" });
  });

  it("only suspects a chain that bears the key identifier on another key", async () => {
    const keyId = parsed([root.path[0]])[0]?.extensions.subjectKeyId ?? "";
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    const copy = await x509.X509CertificateGenerator.createSelfSigned({
      name: "CN=Something Else",
      keys,
      extensions: [new x509.BasicConstraintsExtension(true), new x509.SubjectKeyIdentifierExtension(keyId)],
    });
    const chain = await chainUnder({ privateKey: keys.privateKey, path: [copy] });
    const assessment = await judge(fileObservation(chain));
    expect(assessment).toMatchObject({ verdict: "suspected", authority: "test-authority" });
    expect(assessment.findings[0]).toMatchObject({ strength: "sign", match: "key-identifier" });
  });

  it("lets a leaf's own name and key identifier mean nothing", async () => {
    const keyId = parsed([root.path[0]])[0]?.extensions.subjectKeyId ?? "";
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    const leaf = await x509.X509CertificateGenerator.create({
      subject: NAME,
      issuer: stranger.path[0].subject,
      publicKey: keys.publicKey,
      signingKey: stranger.privateKey,
      extensions: [new x509.BasicConstraintsExtension(false), new x509.SubjectKeyIdentifierExtension(keyId)],
    });
    expect((await judge(fileObservation(parsed([leaf])))).verdict).toBe("nothing-found");
    const alone = pageObservation(parsed([leaf]), { basis: "leaf-only", rootIsBuiltIn: null });
    expect((await judge(alone)).verdict).toBe("nothing-found");
  });

  it("lets a copied name mean nothing where the chain ends in a public root", async () => {
    const chain = await chainUnder(namesake);
    const known = chain[1] && (await fingerprints(chain[1])).spkiSha256;
    const list = await watchlistOf(root.path[0], "interception", [known ?? ""]);
    expect(await judge(pageObservation(chain), list)).toMatchObject({ verdict: "nothing-found", authority: null });
    const builtIn = await judge(pageObservation(chain, { rootIsBuiltIn: true }));
    expect(builtIn).toMatchObject({ verdict: "nothing-found", authority: null });
  });

  it("does not mind a listed root that lies beside a chain it did not sign", async () => {
    const beside = [...(await chainUnder(stranger)).slice(0, 1), ...parsed([root.path[0]])];
    const assessment = await judge(fileObservation(beside));
    expect(assessment).toMatchObject({ verdict: "nothing-found", authority: null });
    expect(assessment.links).toEqual([{ child: 0, issuer: 1, signature: "invalid" }]);
    expect(assessment.findings.map(({ reason }) => reason)).toContain("link-broken");
  });

  it("says of a listed root by itself that it is listed, not that anything was intercepted", async () => {
    const alone = await judge(fileObservation(parsed([root.path[0]])));
    expect(alone).toMatchObject({ kind: "certificate", verdict: "listed", authority: "test-authority" });
    const other = await judge(fileObservation(parsed([namesake.path[0]])));
    expect(other).toMatchObject({ kind: "certificate", verdict: "nothing-found", authority: null });
  });

  it.each([
    ["interception", "intercepted", "suspected"],
    ["private-key-public", "intercepted", "added-root"],
    ["state-operated", "listed", "added-root"],
    ["distrusted-ca", "listed", "added-root"],
    ["misissued", "added-root", "added-root"],
  ] as const)("role %s: a proof gives %s, a copied name %s", async (role, proven, resembling) => {
    const list = await watchlistOf(root.path[0], role);
    expect((await judge(pageObservation(await chainUnder(root)), list)).verdict).toBe(proven);
    expect((await judge(pageObservation(await chainUnder(namesake)), list)).verdict).toBe(resembling);
  });

  it("calls the very leaf that was misissued intercepted", async () => {
    const { cert } = await issueLeaf(stranger, { hosts: ["www.example.com"], algorithm: "ec" }, false);
    const leaf = new x509.X509Certificate(cert);
    const list = await watchlistOf(leaf, "misissued");
    expect((await judge(fileObservation(parsed([leaf])), list)).verdict).toBe("intercepted");
  });
});

describe("added-root", () => {
  it("tells of a root that the device trusts and nobody ships", async () => {
    const chain = await chainUnder(stranger);
    const assessment = await judge(pageObservation(chain));
    expect(assessment).toMatchObject({ verdict: "added-root", authority: null });
    expect(assessment.findings[0]).toMatchObject({ reason: "added-root", certificate: 1, details: ["Stranger"] });
    expect((await judge(pageObservation(chain, { rootIsBuiltIn: null }))).verdict).toBe("added-root");
    expect((await judge(pageObservation(chain, { rootIsBuiltIn: true }))).verdict).toBe("nothing-found");
  });

  it("is not concluded from a file, a leaf, or what a server sent", async () => {
    const chain = await chainUnder(stranger);
    expect((await judge(fileObservation(chain))).verdict).toBe("nothing-found");
    for (const basis of ["leaf-only", "sent"] as const) {
      expect((await judge(pageObservation(chain, { basis, rootIsBuiltIn: null }))).verdict).toBe("nothing-found");
    }
  });

  it("says since when the root has been seen", async () => {
    const chain = await chainUnder(stranger);
    const spki = chain[1] && (await fingerprints(chain[1])).spkiSha256;
    const memory = { ...NO_MEMORY, rootFirstSeen: new Map([[spki ?? "", Date.UTC(2026, 10, 20, 8)]]) };
    const { findings } = await assess(pageObservation(chain), watchlist, memory);
    expect(findings).toContainEqual(
      expect.objectContaining({ reason: "root-first-seen", details: ["2026-11-20T08:00:00Z"] }),
    );
  });

  it("tells of an accepted exception on a public host, and lets one on a router be", async () => {
    const chain = (await chainUnder(stranger)).slice(0, 1);
    const exception = { basis: "leaf-only", exceptionAccepted: true, rootIsBuiltIn: null } as const;
    expect((await judge(pageObservation(chain, exception))).verdict).toBe("added-root");
    for (const host of ["192.168.1.1", "fritz", "nas.local", "fd12::1"]) {
      expect((await judge(pageObservation(chain, { ...exception, host }))).verdict).toBe("nothing-found");
    }
  });
});

describe("refused", () => {
  const stopped = (kind: BrowserError["kind"], host = "www.example.com"): Observation => ({
    connection: "page",
    source: "browser-error",
    host,
    at: 0,
    basis: "error",
    outcome: "stopped",
    error: { kind, code: "CODE" },
  });

  it.each(["unknown-issuer", "wrong-name", "wrong-date", "revoked", "mitm-detected", "other"] as const)(
    "is the calm verdict for %s",
    async (kind) => {
      const assessment = await judge(stopped(kind));
      expect(assessment).toMatchObject({ kind: "connection", verdict: "refused", authority: null });
      expect(assessment.findings).toMatchObject([{ reason: `refused-${kind}`, details: ["CODE"] }]);
    },
  );

  it("is suspected when the browser itself named known interception, wherever", async () => {
    expect((await judge(stopped("known-interception"))).verdict).toBe("suspected");
    expect((await judge(stopped("known-interception", "192.168.1.1"))).verdict).toBe("suspected");
  });

  it("claims nothing about a router", async () => {
    expect((await judge(stopped("unknown-issuer", "192.168.1.1"))).verdict).toBe("not-inspected");
  });
});

it.each<UnseenReason>(["not-encrypted", "browser-does-not-show", "from-cache", "no-answer", "unreadable"])(
  "says why nothing was seen: %s",
  async (reason) => {
    const assessment = await judge({
      connection: "page",
      source: "none",
      host: "www.example.com",
      at: 0,
      basis: "none",
      outcome: "unknown",
      reason,
    });
    expect(assessment).toMatchObject({ kind: null, verdict: "not-inspected", links: [], path: [] });
    expect(assessment.findings).toMatchObject([{ reason: `unseen-${reason}` }]);
  },
);
