import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, Server } from "node:http";
import type { Duplex } from "node:stream";
import { text } from "node:stream/consumers";

/** What the site was asked, so that a test can see what left the browser. */
export interface RecordedRequest {
  /** Without the port. */
  readonly host: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the site answers at a path. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const SAFE_HOST = /^[a-z0-9.-]+(:\d+)?$/i;
const BLANK_PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** Answers of a test's own, by path without the query; asked before the site's. */
export type OwnAnswers = ReadonlyMap<string, Answer>;

/** The lab's web site, the same for every host; it puts every request into `requests` before it answers. */
export function createSite(requests: RecordedRequest[], own: OwnAnswers): RequestListener {
  return async (request, response) => {
    try {
      record(requests, request, await text(request));
      const { status, type, body, headers } = answer(request, own);
      response.writeHead(status, { "cache-control": "no-store", "content-type": type, ...headers }).end(body);
    } catch {
      // The client went away in the middle of its request.
      response.destroy();
    }
  };
}

/** Lets `server` accept a WebSocket at any path: it answers 101 and closes the socket in order (RFC 6455 section 7.1). */
export function acceptWebSockets(server: Server, requests: RecordedRequest[]): void {
  server.on("upgrade", (request: IncomingMessage, socket: Duplex) => {
    record(requests, request, "");
    const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash("sha1").update(key).digest("base64");
    socket.on("error", () => socket.destroy());
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n");
    socket.write(`Sec-WebSocket-Accept: ${accept}\r\n\r\n`);
    const normalClosure = Buffer.from([0x88, 2, 0x03, 0xe8]);
    socket.write(normalClosure);
    // What comes now is the client's half of the closure; a browser calls hanging up before it unclean.
    socket.once("data", () => socket.end());
  });
}

function record(requests: RecordedRequest[], request: IncomingMessage, body: string): void {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  requests.push({ host, method: request.method ?? "", path: request.url ?? "", headers: request.headers, body });
}

function answer(request: IncomingMessage, own: OwnAnswers): Answer {
  const host = request.headers.host ?? "";
  if (!SAFE_HOST.test(host)) return { status: 400, type: "text/plain", body: "The host is missing or odd.\n" };
  const url = new URL(request.url ?? "/", `https://${host}`);
  const given = own.get(url.pathname);
  if (given) return given;
  switch (url.pathname) {
    case "/":
      return page(url.hostname);
    case "/with-subresources":
      return page(url.hostname, subresources(url.searchParams.get("hosts") ?? "", url.port));
    case "/with-images":
      return page(url.hostname, images(url.searchParams));
    case "/cached":
      return { ...page(url.hostname), headers: { "cache-control": "max-age=3600" } };
    case "/redirect":
      return { status: 302, type: "text/plain", body: "", headers: { location: url.searchParams.get("to") ?? "/" } };
    case "/set-cookie":
      return { ...page(url.hostname), headers: { "set-cookie": "lab=1; Path=/" } };
    case "/blank.png":
      return { status: 200, type: "image/png", body: BLANK_PNG };
    case "/blank.js":
      return { status: 200, type: "text/javascript", body: "" };
    default:
      return { status: 404, type: "text/plain", body: "Nothing is here.\n" };
  }
}

function subresources(hosts: string, port: string): string {
  return hosts
    .split(",")
    .filter((host) => SAFE_HOST.test(host))
    .map((host) => (port ? `//${host}:${port}` : `//${host}`))
    .map((base) => `<img src="${base}/blank.png" alt=""><script src="${base}/blank.js"></script>\n`)
    .join("");
}

/** As many images as `count` says, from `hosts` in turn, each of an address of its own. */
function images(parameters: URLSearchParams): string {
  const hosts = (parameters.get("hosts") ?? "").split(",").filter((host) => SAFE_HOST.test(host));
  const count = Math.min(Number(parameters.get("count") ?? 0), 1000);
  return Array.from(
    { length: count },
    (_, number) => `<img src="//${hosts[number % hosts.length]}/blank.png?${number}" alt="">`,
  ).join("\n");
}

/** The empty icon keeps the browser from asking for /favicon.ico. */
function page(title: string, body = ""): Answer {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<title>${title}</title></head><body><h1>${title}</h1>\n${body}</body></html>\n`;
  return { status: 200, type: "text/html; charset=utf-8", body: html };
}
