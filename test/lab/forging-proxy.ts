import { connect as connectTcp, createServer as createTcpServer } from "node:net";
import { type Duplex, pipeline } from "node:stream";
import { connect as connectTls, createServer as createTlsServer, type Server as TlsServer } from "node:tls";
import type { Authority, KeyAlgorithm } from "./certification-authority.ts";
import { copyOfGenuine, readGenuineLeaf } from "./genuine-copy.ts";
import { issueLeaf } from "./leaf.ts";
import { type Listener, listen } from "./listener.ts";
import { credentialsByServerName } from "./server-name-contexts.ts";

/** How the proxy forges. */
interface Forging {
  /** Signs the leaves: a root, or an intermediate, which is then sent too. */
  readonly authority: Authority;
  readonly sendRoot: boolean;
  /** Of the leaf's key; `copyGenuine` always makes RSA. */
  readonly algorithm: KeyAlgorithm;
  /** Forges as the box of 2019 in Kazakhstan did; see `copyOfGenuine`. */
  readonly copyGenuine: boolean;
}

/** A transparent interceptor in front of the origin. */
export interface ForgingProxy extends Listener {
  /** Forges from now on, or passes bytes through untouched when null. Open connections are closed, so a browser meets the new state. */
  use(forging: Forging | null): void;
}

/** Starts the proxy on loopback, at first passing everything through to the TLS server at `originPort`. */
export async function startForgingProxy(originPort: number): Promise<ForgingProxy> {
  let interceptor: TlsServer | null = null;
  const server = createTcpServer((client) => {
    if (interceptor) interceptor.emit("connection", client);
    else relay(client, connectTcp(originPort, "127.0.0.1"));
  });
  const listener = await listen(server);
  return {
    ...listener,
    use(forging) {
      interceptor = forging && createInterceptor(forging, originPort);
      listener.closeConnections();
    },
  };
}

/** Ends the client's TLS with a forged leaf and opens a TLS connection of its own to the origin: between the two all is readable. */
function createInterceptor(forging: Forging, originPort: number): TlsServer {
  const SNICallback = credentialsByServerName(async (serverName) => {
    const request = forging.copyGenuine
      ? copyOfGenuine(await readGenuineLeaf(originPort, serverName))
      : ({ hosts: [serverName], algorithm: forging.algorithm } as const);
    return issueLeaf(forging.authority, request, forging.sendRoot);
  });
  return createTlsServer({ SNICallback, ALPNProtocols: ["http/1.1"] }, (client) => {
    const servername = client.servername || "";
    // The lab's public root is in no trust store, and the box does not care.
    relay(client, connectTls({ host: "127.0.0.1", port: originPort, servername, rejectUnauthorized: false }));
  });
}

/** Carries bytes both ways; where either side breaks, the other is destroyed. */
function relay(client: Duplex, origin: Duplex): void {
  // A broken connection is no error of the lab's, and there is nobody to tell.
  const ignore = () => undefined;
  pipeline(client, origin, client, ignore);
}
