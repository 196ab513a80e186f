import { describe, expect, it } from "vitest";
import { collectCertificates } from "../../../src/evidence/bundle/collect-certificates.ts";
import { disclosed } from "../disclosed.ts";

/** Records that name certificates 0 to `count` - 1, each twice. */
const naming = (count: number) => {
  const issuers = Array.from({ length: count }, (_, index) => `${index}`);
  return [disclosed("connection", {}, { issuers }), disclosed("connection", {}, { issuers })];
};

describe("the certificates that records name", () => {
  it("are each asked for once, and those that are lost are left out", async () => {
    const asked: string[] = [];
    const found = await collectCertificates(
      naming(401),
      async (sha256) => {
        asked.push(sha256);
        return sha256 === "7" ? null : Uint8Array.of(Number(sha256) % 256);
      },
      {},
    );
    expect(asked).toEqual(Array.from({ length: 401 }, (_, index) => `${index}`));
    expect(found.size).toBe(400);
    expect(found.has("7")).toBe(false);
    expect(found.get("6")).toEqual(Uint8Array.of(6));
    expect(found.get("400")).toEqual(Uint8Array.of(144));
  });

  it("are asked for two hundred at a time, and told of before each and at the end", async () => {
    const told: number[] = [];
    const asked: number[] = [];
    const certificate = async () => {
      asked[told.length - 1] = (asked[told.length - 1] ?? 0) + 1;
      return null;
    };
    await collectCertificates(naming(400), certificate, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([0, 0.5, 1]);
    expect(asked).toEqual([200, 200]);
  });

  it("are not asked for any more once it is to be stopped, with the reason that was given", async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const certificate = async () => {
      stop.abort(new Error("stopped"));
      return null;
    };
    const course = { signal: stop.signal, onProgress: (done: number) => told.push(done) };
    await expect(collectCertificates(naming(400), certificate, course)).rejects.toThrow("stopped");
    expect(told).toEqual([0]);
  });
});
