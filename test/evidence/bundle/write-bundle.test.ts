import { describe, expect, it } from "vitest";
import { hexDigest } from "../../../src/certificate/fingerprint.ts";
import { keyFingerprint, oneTimeSigner } from "../../../src/evidence/bundle/signature.ts";
import { type BundleParts, bundleFiles, writeBundle } from "../../../src/evidence/bundle/write-bundle.ts";
import { ownListOf } from "../../../src/watchlist/own-list.ts";
import { loadWatchlist } from "../../../src/watchlist/watchlist.ts";
import { disclosed } from "../disclosed.ts";

const DER = Uint8Array.of(1, 2, 3);
const EMPTY = { date: "", publicRoots: [], targets: [], products: [], authorities: [], certificates: [] };

async function parts(differently: Partial<BundleParts> = {}): Promise<BundleParts> {
  const record = disclosed("connection", {}, { leaf: await hexDigest("SHA-256", DER) });
  return {
    selection: { lines: ["line 1", "line 2"], disclosures: ["disclosure"], records: [record] },
    certificate: async () => DER,
    sources: {
      dossiers: { date: "2026-11-21", authorities: [] } as never,
      watchlist: loadWatchlist({ ...EMPTY, keys: async () => [] }),
      ownList: ownListOf([]),
    },
    signer: await oneTimeSigner(),
    report: ({ records, certificates, watchlist }, signer) =>
      `report of ${records.length}, ${certificates.size}, ${watchlist.date} by ${signer}`,
    guide: (signer) => `guide by ${signer}`,
    ...differently,
  };
}

describe("a bundle that is written", () => {
  it("has the lines, the certificates, the list, and in report and guide who signed", async () => {
    const given = await parts();
    const files = await bundleFiles(given);
    const signer = await keyFingerprint(given.signer.publicKey);
    const texts = Object.fromEntries([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
    expect(texts).toMatchObject({
      [`certificates/${await hexDigest("SHA-256", DER)}.pem`]:
        "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n",
      "records.jsonl": "line 1\nline 2\n",
      "disclosures.jsonl": "disclosure\n",
      "watchlist.json": '{"format":"rootwatch-bundle-watchlist/1","date":"2026-11-21","authorities":[],"own":[]}\n',
      "report.html": `report of 1, 1, 2026-11-21 by ${signer}`,
      "VERIFY.md": `guide by ${signer}`,
    });
    expect(texts["signing-key.pem"]).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect(texts.SHA256SUMS?.split("\n")).toHaveLength(files.size - 1);
  });

  it("is not, where a certificate is lost", async () => {
    const lost = await parts({ certificate: async () => null });
    const sha256 = await hexDigest("SHA-256", DER);
    await expect(writeBundle(lost)).rejects.toThrow(`certificate ${sha256}: lost-certificate`);
  });

  it("tells how much of it is done, and ends at all of it", async () => {
    const told: number[] = [];
    await writeBundle(await parts(), { onProgress: (done) => told.push(done) });
    expect(told).toEqual([0, 0.5, 0.6, 0.9, 1]);
  });

  it("is not, when it is stopped while the certificates are read or the report is written", async () => {
    const stopping = async (differently: (stop: () => void) => Partial<BundleParts>) => {
      const controller = new AbortController();
      const stop = () => controller.abort(new Error("stopped"));
      return writeBundle(await parts(differently(stop)), { signal: controller.signal });
    };
    const certificate = (stop: () => void) => async () => {
      stop();
      return DER;
    };
    await expect(stopping((stop) => ({ certificate: certificate(stop) }))).rejects.toThrow("stopped");
    await expect(
      stopping((stop) => ({
        report: () => {
          stop();
          return "";
        },
      })),
    ).rejects.toThrow("stopped");
  });
});
