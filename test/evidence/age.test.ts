import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { decryptAge, encryptAge, identitiesIn, isAgeFile, isRecipient } from "../../src/evidence/age.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";

const folder = mkdtempSync(join(tmpdir(), "rootwatch-age-"));
afterAll(() => rmSync(folder, { recursive: true }));

const keyFile = execFileSync("age-keygen", { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const recipient = /age1\S+/.exec(keyFile)?.[0] ?? "";
const bytes = new TextEncoder().encode("evidence ".repeat(20_000));

function inFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("age", () => {
  it("takes a recipient that age-keygen made, and none with a wrong letter, of another kind or in capitals", () => {
    expect(isRecipient(recipient)).toBe(true);
    const wrong = `${recipient.slice(0, -1)}${recipient.endsWith("q") ? "p" : "q"}`;
    for (const text of [wrong, recipient.toUpperCase(), recipient.slice(0, -1), `${recipient} `, "age1pq1qqqq", ""]) {
      expect(isRecipient(text), text).toBe(false);
    }
  });

  it("encrypts to a recipient so that Debian's age decrypts it, and decrypts it itself with the key file's identity", async () => {
    const encrypted = await encryptAge(bytes, { recipients: [recipient] });
    expect(isAgeFile(encrypted)).toBe(true);
    const words = ["--decrypt", "--identity", inFile("key.txt", keyFile), inFile("file.age", encrypted)];
    expect(execFileSync("age", words).equals(Buffer.from(bytes))).toBe(true);
    expect(identitiesIn(keyFile)).toHaveLength(1);
    expect(await decryptAge(encrypted, { identities: identitiesIn(keyFile) }, "a")).toEqual(bytes);
  });

  it("names the file when another key was given or a byte was changed", async () => {
    const other = execFileSync("age-keygen", { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const encrypted = await encryptAge(bytes, { recipients: [recipient] });
    await expect(decryptAge(encrypted, { identities: identitiesIn(other) }, "a.age")).rejects.toThrow("a.age: ");
    encrypted[encrypted.length - 1] = (encrypted.at(-1) ?? 0) ^ 1;
    await expect(decryptAge(encrypted, { identities: identitiesIn(keyFile) }, "a.age")).rejects.toThrow("a.age: ");
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const encrypting = encryptAge(bytes, { recipients: [recipient] }, stop.signal);
    stop.abort();
    await expect(encrypting).rejects.toThrow("abort");
  });

  it("finds identities in a key file, whatever stands beside them", () => {
    const [identity = ""] = identitiesIn(keyFile);
    expect(identitiesIn(`# x\r\n  ${identity} \r\n\r\n${identity}`)).toEqual([identity, identity]);
    const wrong = `${identity.slice(0, -1)}${identity.endsWith("Q") ? "P" : "Q"}`;
    expect(
      identitiesIn([wrong, identity.toLowerCase(), `x${identity}`, `${identity}x`, recipient, ""].join("\n")),
    ).toEqual([]);
  });

  it("knows its files by their whole first line", () => {
    const line = new TextEncoder().encode("age-encryption.org/v1\nx");
    expect(isAgeFile(line)).toBe(true);
    expect([isAgeFile(line.subarray(0, -2)), isAgeFile(line.subarray(1)), isAgeFile(new Uint8Array())]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("opens what a passphrase encrypted with that one alone", async () => {
    const encrypted = await encryptAge(new Uint8Array([1, 2, 3]), { passphrase: "one" });
    expect(await decryptAge(encrypted, { passphrase: "one" }, "a")).toEqual(new Uint8Array([1, 2, 3]));
    const opened = decryptAge(encrypted, { passphrase: "other" }, "a.age");
    await expect(opened).rejects.toThrow(EvidenceError);
    await expect(opened).rejects.toThrow("a.age: not-decrypted ");
    await expect(encryptAge(new Uint8Array(), { recipients: ["age1"] })).rejects.toThrow();
  });
});
