import { createHash, X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { parseCertificate } from "../../src/certificate/parse.ts";

/** The public roots that Node ships, as innocent neighbours. */
export const nodeRoots = rootCertificates.map((pem) => parseCertificate(new Uint8Array(new X509Certificate(pem).raw)));

/** SHA-256 of their keys, lower-case hex. */
export const nodeRootKeys = nodeRoots.map(({ spki }) => createHash("sha256").update(spki).digest("hex"));
