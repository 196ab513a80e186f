import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Authority, createIntermediate, type KeyAlgorithm } from "./certification-authority.ts";
import { startForgingProxy } from "./forging-proxy.ts";
import { createLabIdentity, type LabFiles, labFiles, readLabIdentity } from "./lab-identity.ts";
import { startHttpServer, startOrigin } from "./origin-server.ts";
import type { Answer, RecordedRequest } from "./site.ts";

export interface LabOptions {
  /** A folder where `createLabIdentity` has been; without it the lab makes a temporary one and removes it on `close`. */
  readonly folder?: string;
}

/** How to intercept; each has a default. */
interface Interception {
  /** Under which root the leaves stand; the listed one by default. */
  readonly root?: "interception" | "unlisted";
  /** Whether an intermediate signs the leaves (and is sent); true by default. */
  readonly intermediate?: boolean;
  /** Whether the root is sent with the chain; false by default. */
  readonly sendRoot?: boolean;
  /** Of the leaf's key; "rsa" by default. */
  readonly algorithm?: KeyAlgorithm;
  /** Forge as the box of 2019 in Kazakhstan did, see `copyOfGenuine`; false by default. */
  readonly copyGenuine?: boolean;
}

/** The running lab. All its servers are on 127.0.0.1. */
export interface Lab {
  readonly folder: string;
  readonly files: LabFiles;
  /** Of the proxy: where browsers go for https, whatever the host. */
  readonly port: number;
  /** Of the plain http server. */
  readonly httpPort: number;
  /** Of the genuine site, past the proxy. */
  readonly originPort: number;
  /** Every request that reached the site, over TLS or not, in order. */
  readonly requests: RecordedRequest[];
  /** Has the site answer so at a path from now on, whatever the host, over TLS or not. */
  serve(path: string, answer: Answer): void;
  /** Forges from now on; open connections are closed. */
  intercept(interception?: Interception): void;
  /** Shows the genuine certificates from now on; open connections are closed. */
  passThrough(): void;
  close(): Promise<void>;
}

/** Starts the origin, the http server and the proxy, which at first passes everything through. Rejects when one cannot start. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "rootwatch-lab-")));
  if (options.folder === undefined) await createLabIdentity(folder);
  const roots = await readLabIdentity(folder);
  const [publicCa, interceptionCa, unlistedCa] = await Promise.all([
    intermediateOf(roots.public, "CN=Rootwatch Lab Public CA 1,O=Rootwatch Lab Trust Services,C=ZZ"),
    intermediateOf(roots.interception, "CN=Rootwatch Lab Interception CA,O=Rootwatch Lab,C=ZZ"),
    intermediateOf(roots.unlisted, "CN=Rootwatch Lab Unlisted CA,O=Rootwatch Lab Strangers,C=ZZ"),
  ]);
  const intermediates = { interception: interceptionCa, unlisted: unlistedCa };
  const requests: RecordedRequest[] = [];
  const own = new Map<string, Answer>();
  const origin = await startOrigin(publicCa, requests, own);
  const http = await startHttpServer(requests, own);
  const proxy = await startForgingProxy(origin.port);
  return {
    folder,
    files: labFiles(folder),
    port: proxy.port,
    httpPort: http.port,
    originPort: origin.port,
    requests,
    serve: (path, answer) => void own.set(path, answer),
    intercept({
      root = "interception",
      intermediate = true,
      sendRoot = false,
      algorithm = "rsa",
      copyGenuine = false,
    } = {}) {
      const authority = intermediate ? intermediates[root] : roots[root];
      proxy.use({ authority, sendRoot, algorithm, copyGenuine });
    },
    passThrough: () => proxy.use(null),
    async close() {
      await Promise.all([proxy.close(), origin.close(), http.close()]);
      if (options.folder === undefined) await rm(folder, { recursive: true });
    },
  };
}

function intermediateOf(root: Authority, name: string): Promise<Authority> {
  return createIntermediate(root, { name, algorithm: "rsa" });
}
