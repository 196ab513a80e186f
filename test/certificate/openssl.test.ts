import { describe, expect, it } from "vitest";
import { CertificateError } from "../../src/certificate/errors.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { type CertificateSummary, summarise } from "../../src/certificate/summary.ts";
import { COLLECTIONS, nodeRoots, type Sample, samplesIn } from "./collections.ts";
import { askOpenssl } from "./openssl.ts";

/** Where we refuse what OpenSSL reads, on purpose, and why. */
const REFUSED: Readonly<Record<string, { code: string; why: string }>> = {
  "badasn1time.pem": { code: "bad-time", why: "the end of validity is not written as a time" },
  "custom/invalid_version.pem": { code: "bad-version", why: "there is no version 8" },
};

/** Where we read what OpenSSL refuses, so that evidence survives, and how we tell of it. */
const READ: Readonly<Record<string, { irregularity: string; why: string }>> = {
  "custom/invalid_utf8_common_name.pem": { irregularity: "invalid-string", why: "the name is shown as hex" },
};

/** Keys whose type OpenSSL's tool cannot read, so that it says nothing of them; we only hash them. */
const KEYS_UNREAD = [
  "e-trust.ru.der",
  "custom/unsupported_subject_public_key_info.pem",
  "PKITS_data/certs/DSAParametersInheritedCACert.crt",
  "PKITS_data/certs/ValidDSAParameterInheritanceTest5EE.crt",
];

/** Of the large collections each fourth, and all by `npm run test:long`; what is explained above is never left out. */
const PART = process.env.ROOTWATCH_LONG ? 1 : 4;
const LARGE = 100;
const EXPLAINED = [...Object.keys(REFUSED), ...Object.keys(READ), ...KEYS_UNREAD];

function inPart(samples: readonly Sample[]): readonly Sample[] {
  if (samples.length < LARGE) return samples;
  return samples.filter(({ name }, index) => index % PART === 0 || EXPLAINED.includes(name));
}

/** Descriptors that OpenSSL has of its own where RFC 4514 and RFC 4519 have others. */
function withStandardDescriptors(name: string): string {
  return name
    .replace(/(?<=^|[,+])street=/g, "STREET=")
    .replace(/(?<=^|[,+])GN=/g, "givenName=")
    .replace(/=#[0-9A-F]+(?=$|[,+])/g, (hex) => hex.toLowerCase());
}

async function read(der: Uint8Array): Promise<CertificateSummary | CertificateError> {
  try {
    return await summarise(parseCertificate(der));
  } catch (error) {
    if (error instanceof CertificateError) return error;
    throw error;
  }
}

async function compare({ name, der }: Sample): Promise<void> {
  const [ours, theirs] = [await read(der), askOpenssl(der)];
  if (ours instanceof CertificateError) {
    // What OpenSSL refuses too is a request, a list or an answer, not a certificate, or one that cannot be read at all.
    if (theirs) expect({ name, code: ours.code }).toEqual({ name, code: REFUSED[name]?.code });
    return;
  }
  if (!theirs) {
    expect(ours.irregularities).toContain(READ[name]?.irregularity ?? `${name} is refused by OpenSSL and read by us`);
    return;
  }
  const { spkiSha256, subject, issuer, ...rest } = theirs;
  expect(KEYS_UNREAD.includes(name)).toBe(spkiSha256 === null);
  expect({ name, ...ours }).toMatchObject({
    name,
    ...rest,
    ...(spkiSha256 === null ? {} : { spkiSha256 }),
    subject: withStandardDescriptors(subject),
    issuer: withStandardDescriptors(issuer),
  });
}

describe("every field is what OpenSSL reads, or the difference is explained above", () => {
  it("in the roots that Node ships", { timeout: 300_000 }, async () => {
    expect(nodeRoots.length).toBeGreaterThan(100);
    for (const sample of inPart(nodeRoots)) await compare(sample);
  });

  for (const [title, folder] of Object.entries(COLLECTIONS)) {
    const samples = samplesIn(folder);
    if (!samples) console.log(`${title} are not on this machine: all of their cases are left out`);
    it.skipIf(!samples)(`in ${title}`, { timeout: 300_000 }, async () => {
      for (const sample of inPart(samples ?? [])) await compare(sample);
    });
  }
});
