import { connect } from "node:tls";
import type { LeafRequest } from "./leaf.ts";
import * as x509 from "./x509.ts";

const SIX_HOURS = 6 * 3_600_000;

/** Reads the leaf that the server on loopback at `port` shows for `serverName`. Rejects when it cannot be reached. */
export function readGenuineLeaf(port: number, serverName: string): Promise<x509.X509Certificate> {
  return new Promise((resolve, reject) => {
    // The box copies whatever the server shows; whether that is valid is not its concern.
    const socket = connect({ host: "127.0.0.1", port, servername: serverName, rejectUnauthorized: false });
    socket.once("secureConnect", () => {
      resolve(new x509.X509Certificate(new Uint8Array(socket.getPeerCertificate().raw)));
      socket.destroy();
    });
    socket.on("error", reject);
  });
}

/**
 * What the box of 2019 in Kazakhstan asked of its authority: the names of the genuine leaf, its validity six hours earlier,
 * an RSA key of exponent 3, the last 33 bits of the serial changed; timestamps, authority information, CRL and policy gone.
 * @throws when the genuine leaf names no host
 */
export function copyOfGenuine(genuine: x509.X509Certificate): LeafRequest {
  const names = genuine.getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
  const [first, ...others] = names.map((name) => name.value);
  if (first === undefined) throw new Error("The genuine leaf has no subject alternative name.");
  return {
    hosts: [first, ...others],
    subject: genuine.subjectName,
    notBefore: new Date(genuine.notBefore.getTime() - SIX_HOURS),
    notAfter: new Date(genuine.notAfter.getTime() - SIX_HOURS),
    serial: changeLast33Bits(genuine.serialNumber),
    algorithm: "rsa",
    publicExponent: 3,
  };
}

function changeLast33Bits(serial: string): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  // The 33rd bit is always flipped, so the serial is never the genuine one.
  const change = (1n << 32n) | BigInt(random);
  return (BigInt(`0x${serial}`) ^ change).toString(16).padStart(serial.length, "0");
}
