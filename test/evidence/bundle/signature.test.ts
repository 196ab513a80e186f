import { createHash, createPublicKey, verify } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  generateSigningKey,
  isSignedBy,
  keyFingerprint,
  oneTimeSigner,
  type Signer,
  signerOf,
} from "../../../src/evidence/bundle/signature.ts";

const BYTES = new TextEncoder().encode("bytes");

let signer: Signer;

beforeAll(async () => {
  signer = await oneTimeSigner();
});

describe("the signature of a bundle", () => {
  it("is one that OpenSSL reads, whatever numbers it is made of", async () => {
    const key = createPublicKey({ key: Buffer.from(signer.publicKey), format: "der", type: "spki" });
    // How its first number begins: a byte shorter, as it is, with a zero in front. Signatures are random, each comes once in a few hundred.
    const awaited = new Set(["021f", "02207f", "02210080"]);
    for (let round = 0; awaited.size > 0 && round < 10_000; round++) {
      const signature = Buffer.from(await signer.sign(BYTES));
      expect(verify("sha256", BYTES, key, signature)).toBe(true);
      for (const start of awaited) if (signature.toString("hex", 2).startsWith(start)) awaited.delete(start);
    }
    expect([...awaited]).toEqual([]);
  });

  it("is that of the key and the bytes alone", async () => {
    const signature = await signer.sign(BYTES);
    const another = await oneTimeSigner();
    expect(await isSignedBy(signer.publicKey, signature, BYTES)).toBe(true);
    expect(await isSignedBy(signer.publicKey, signature, BYTES.slice(1))).toBe(false);
    expect(await isSignedBy(another.publicKey, signature, BYTES)).toBe(false);
  });

  it("is none where there is no signature or no such key", async () => {
    const signature = await signer.sign(BYTES);
    const p384 = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, true, ["sign"]);
    const keys = [new Uint8Array(), signer.publicKey.slice(1)];
    keys.push(new Uint8Array(await crypto.subtle.exportKey("spki", p384.publicKey)));
    for (const key of keys) expect(await isSignedBy(key, signature, BYTES)).toBe(false);
    for (const bytes of [new Uint8Array(), signature.slice(1), Uint8Array.of(...signature, 0)]) {
      expect(await isSignedBy(signer.publicKey, bytes, BYTES)).toBe(false);
    }
  });
});

describe("a signing key", () => {
  it("cannot be taken out, and is known by the SHA-256 of its public half", async () => {
    const pair = await generateSigningKey();
    expect(pair.privateKey.extractable).toBe(false);
    const { publicKey } = await signerOf(pair);
    expect(await keyFingerprint(publicKey)).toBe(createHash("sha256").update(publicKey).digest("hex"));
  });
});
