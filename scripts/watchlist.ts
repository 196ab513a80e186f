import { readFile } from "node:fs/promises";
import { readCertificateFile } from "../src/certificate/read-file.ts";
import { summarise } from "../src/certificate/summary.ts";
import { checkProposal } from "./check-proposal.ts";
import { readFactFiles } from "./fact-files.ts";

const USAGE = `usage: npm run watchlist -- check FILE...     says what is wrong with proposed authority files
       npm run watchlist -- describe FILE...  writes the facts of certificates as such a file wants them`;

/** @returns the exit status: 0 nothing wrong, 1 something wrong, 2 wrong usage. */
async function main([command, ...files]: readonly string[]): Promise<number> {
  if (files.length > 0 && command === "check") return check(files);
  if (files.length > 0 && command === "describe") return describe(files);
  console.error(USAGE);
  return 2;
}

async function check(files: readonly string[]): Promise<number> {
  const facts = await readFactFiles();
  let faulty = false;
  for (const file of files) {
    const { faults, effects } = await checkProposal(file, await readFile(file, "utf8"), facts);
    const lines = faults.length > 0 ? faults : ["Nothing is wrong with it.", ...effects];
    console.log([file, ...lines].join("\n  "));
    faulty ||= faults.length > 0;
  }
  return faulty ? 1 : 0;
}

async function describe(files: readonly string[]): Promise<number> {
  let faulty = false;
  for (const file of files) {
    const { certificates, errors } = readCertificateFile(await readFile(file));
    for (const certificate of certificates) {
      const { subject, issuer, serial, notBefore, notAfter, subjectKeyId, authorityKeyId, ...hashes } =
        await summarise(certificate);
      const { sha256, sha1, spkiSha256 } = hashes;
      const publicKey = Buffer.from(certificate.spki).toString("base64");
      const named = { subject, issuer, serial, notBefore, notAfter, sha256, sha1, publicKey, spkiSha256 };
      const judged = { role: "", roleSources: [], position: "" };
      console.log(JSON.stringify({ ...judged, ...named, subjectKeyId, authorityKeyId }, null, 2));
    }
    for (const { at, text } of errors) console.error(`${file}: ${at === null ? "" : `${at}: `}${text}`);
    faulty ||= errors.length > 0;
  }
  return faulty ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
