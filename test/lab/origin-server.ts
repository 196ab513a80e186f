import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { Authority } from "./certification-authority.ts";
import { issueLeaf } from "./leaf.ts";
import { type Listener, listen } from "./listener.ts";
import { credentialsByServerName } from "./server-name-contexts.ts";
import { acceptWebSockets, createSite, type OwnAnswers, type RecordedRequest } from "./site.ts";

/** Serves the lab's site over TLS with a leaf under `authority` for every name asked for, as a genuine server would. */
export function startOrigin(authority: Authority, requests: RecordedRequest[], own: OwnAnswers): Promise<Listener> {
  const SNICallback = credentialsByServerName((host) => {
    return issueLeaf(authority, { hosts: [host, `www.${host}`], algorithm: "ec", asPublic: true }, false);
  });
  const server = createHttpsServer({ SNICallback, ALPNProtocols: ["http/1.1"] }, createSite(requests, own));
  acceptWebSockets(server, requests);
  return listen(server);
}

/** Serves the same site without TLS. */
export function startHttpServer(requests: RecordedRequest[], own: OwnAnswers): Promise<Listener> {
  const server = createHttpServer(createSite(requests, own));
  acceptWebSockets(server, requests);
  return listen(server);
}
