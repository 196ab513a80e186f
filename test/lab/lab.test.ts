import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect as connectTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { connect, type DetailedPeerCertificate, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { createIntermediate, createRoot } from "./certification-authority.ts";
import { startForgingProxy } from "./forging-proxy.ts";
import { type Lab, startLab } from "./lab.ts";
import { createLabIdentity, labFiles, type RootName } from "./lab-identity.ts";
import { credentialsByServerName } from "./server-name-contexts.ts";
import * as x509 from "./x509.ts";

const HOST = "mail.example";
const AS_PUBLIC = ["1.3.6.1.4.1.11129.2.4.2", "1.3.6.1.5.5.7.1.1", "2.5.29.31", "2.5.29.32"];
const ORDINARY = ["2.5.29.35", "2.5.29.14", "2.5.29.19", "2.5.29.15", "2.5.29.37", "2.5.29.17"];

// Making an RSA key takes anything from a few milliseconds to seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());
beforeEach(() => lab.passThrough());

const rootPem = (name: RootName) => readFileSync(lab.files.roots[name], "utf8");

/** Connects as a client that trusts only `ca`; rejects where the chain does not verify for the host. */
async function visit(ca: string, port = lab.port): Promise<TLSSocket> {
  const socket = connect({ host: "127.0.0.1", port, servername: HOST, ca });
  await once(socket, "secureConnect");
  return socket;
}

async function verifiedLeaf(ca: string, port = lab.port): Promise<X509Certificate> {
  const socket = await visit(ca, port);
  const { raw } = socket.getPeerCertificate();
  socket.destroy();
  return new X509Certificate(raw);
}

/** Common names of what the server sends, leaf first. A client with roots of its own would have the chain completed for it. */
async function sentNames(): Promise<string[]> {
  const socket = connect({ host: "127.0.0.1", port: lab.port, servername: HOST, rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const names: string[] = [];
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next) {
    names.push(String(next.subject.CN));
    next = next.issuerCertificate === next ? undefined : next.issuerCertificate;
  }
  socket.destroy();
  return names;
}

const extensionsOf = (leaf: X509Certificate) =>
  new x509.X509Certificate(new Uint8Array(leaf.raw)).extensions.map((extension) => extension.type).sort();

async function ask(
  root: RootName | null,
  path: string,
  options: RequestOptions = {},
  body = "",
): Promise<IncomingMessage> {
  const headers = { host: HOST, connection: "close" };
  const common = { host: "127.0.0.1", path, headers, ...options };
  const request = root
    ? httpsRequest({ ...common, port: lab.port, servername: HOST, ca: rootPem(root), agent: false })
    : httpRequest({ ...common, port: lab.httpPort });
  request.end(body);
  const [response] = await once(request, "response");
  return response;
}

test("passing through shows the genuine chain, dressed as a public one", async () => {
  const leaf = await verifiedLeaf(rootPem("public"));
  expect(leaf.subjectAltName).toBe(`DNS:${HOST}, DNS:www.${HOST}`);
  expect(extensionsOf(leaf)).toEqual([...ORDINARY, ...AS_PUBLIC].sort());
  expect(await sentNames()).toEqual([HOST, "Rootwatch Lab Public CA 1"]);
  await expect(visit(rootPem("interception"))).rejects.toThrow();
});

const switches = [true, false];
const shapes = (["rsa", "ec"] as const).flatMap((algorithm) =>
  switches.flatMap((intermediate) => switches.map((sendRoot) => ({ algorithm, intermediate, sendRoot }))),
);
test.each(shapes)("forging gives a leaf that verifies under the interception root: %o", async (shape) => {
  lab.intercept(shape);
  const leaf = await verifiedLeaf(rootPem("interception"));
  expect(leaf.subjectAltName).toBe(`DNS:${HOST}`);
  expect(leaf.publicKey.asymmetricKeyType).toBe(shape.algorithm);
  expect(extensionsOf(leaf)).toEqual([...ORDINARY].sort());
  const above = shape.intermediate ? ["Rootwatch Lab Interception CA"] : [];
  const root = shape.sendRoot ? ["Rootwatch Lab Interception Root"] : [];
  expect(await sentNames()).toEqual([HOST, ...above, ...root]);
  await expect(visit(rootPem("public"))).rejects.toThrow();
});

test("the unlisted root intercepts too, and only it verifies", async () => {
  lab.intercept({ root: "unlisted" });
  expect((await verifiedLeaf(rootPem("unlisted"))).issuer).toContain("Rootwatch Lab Unlisted CA");
  await expect(visit(rootPem("interception"))).rejects.toThrow();
});

test("an authority with EC keys can intercept", async () => {
  const root = await createRoot({ name: "CN=Elliptic Root,C=ZZ", algorithm: "ec" });
  const authority = await createIntermediate(root, { name: "CN=Elliptic CA,C=ZZ", algorithm: "ec" });
  const proxy = await startForgingProxy(lab.originPort);
  proxy.use({ authority, sendRoot: false, algorithm: "ec", copyGenuine: false });
  const leaf = await verifiedLeaf(root.path[0].toString("pem"), proxy.port);
  expect(leaf.issuer).toBe("C=ZZ\nCN=Elliptic CA");
  expect(authority.path[0].getExtension(x509.BasicConstraintsExtension)).toMatchObject({ ca: true, pathLength: 0 });
  await proxy.close();
});

test("a copy of the genuine leaf bears the marks of the box of 2019", async () => {
  const genuine = await verifiedLeaf(rootPem("public"));
  lab.intercept({ copyGenuine: true });
  const forged = await verifiedLeaf(rootPem("interception"));
  expect(forged.subject).toBe(genuine.subject);
  expect(forged.subjectAltName).toBe(genuine.subjectAltName);
  const sixHours = 6 * 3_600_000;
  expect(Date.parse(genuine.validFrom) - Date.parse(forged.validFrom)).toBe(sixHours);
  expect(Date.parse(genuine.validTo) - Date.parse(forged.validTo)).toBe(sixHours);
  expect(forged.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 3n });
  const difference = BigInt(`0x${forged.serialNumber}`) ^ BigInt(`0x${genuine.serialNumber}`);
  expect(difference.toString(2)).toHaveLength(33);
  expect(extensionsOf(forged)).toEqual([...ORDINARY].sort());
});

test.each(["interception", "public"] as const)("a body sent under the %s root reaches the site whole", async (root) => {
  if (root === "interception") lab.intercept();
  const body = "secret ".repeat(150_000);
  lab.requests.length = 0;
  const response = await ask(root, "/login", { method: "POST" }, body);
  expect(response.statusCode).toBe(404);
  expect(await text(response)).toBe("Nothing is here.\n");
  expect(lab.requests).toMatchObject([{ host: HOST, method: "POST", path: "/login" }]);
  expect(lab.requests[0]?.body === body).toBe(true);
});

test("switching closes the connections that are open", async () => {
  const genuine = await visit(rootPem("public"));
  const genuineClosed = once(genuine, "close");
  lab.intercept();
  await genuineClosed;
  const forged = await visit(rootPem("interception"));
  const forgedClosed = once(forged, "close");
  lab.passThrough();
  await forgedClosed;
});

test("closing ends the connections that are open", async () => {
  const proxy = await startForgingProxy(lab.originPort);
  const open = await visit(rootPem("public"), proxy.port);
  await Promise.all([once(open, "close"), proxy.close()]);
});

test("a name whose credentials could not be made is tried again", async () => {
  let tries = 0;
  const find = credentialsByServerName(async () => {
    throw new Error(`try ${++tries}`);
  });
  const failure = () => new Promise((resolve) => find(HOST, (error) => resolve(error?.message)));
  expect([await failure(), await failure()]).toEqual(["try 1", "try 2"]);
});

test("an origin that cannot be reached, or a client that talks nonsense, only closes the connection", async () => {
  const gone = await startForgingProxy(lab.originPort);
  const proxy = await startForgingProxy(gone.port);
  await gone.close();
  const authority = await createRoot({ name: "CN=Lonely Root", algorithm: "ec" });
  const ca = authority.path[0].toString("pem");
  const forging = { authority, sendRoot: false, algorithm: "ec", copyGenuine: false } as const;

  await expect(visit(ca, proxy.port)).rejects.toThrow(/disconnected|ECONNRESET/);
  proxy.use({ ...forging, copyGenuine: true });
  await expect(visit(ca, proxy.port)).rejects.toThrow(/disconnected|ECONNRESET/);
  proxy.use(forging);
  const socket = await visit(ca, proxy.port);
  await once(socket.resume(), "close");
  const nonsense = connectTcp(proxy.port, "127.0.0.1");
  nonsense.end("GET / HTTP/1.1\r\n\r\n");
  await once(nonsense.resume(), "close");
  await proxy.close();
});

test("the site answers as the tests of the extension need, with and without TLS", async () => {
  expect(await text(await ask(null, "/"))).toContain(`<title>${HOST}</title>`);
  expect((await ask("public", "/cached")).headers["cache-control"]).toBe("max-age=3600");
  expect((await ask("public", "/set-cookie")).headers["set-cookie"]).toEqual(["lab=1; Path=/"]);
  const redirect = await ask("public", "/redirect?to=https://b.example/");
  expect([redirect.statusCode, redirect.headers.location]).toEqual([302, "https://b.example/"]);
  const page = await ask("public", "/with-subresources?hosts=a.example,b.example", {
    headers: { host: `${HOST}:444` },
  });
  const html = await text(page);
  for (const part of ["//a.example:444/blank.png", "//b.example:444/blank.js"]) expect(html).toContain(`"${part}"`);
  expect((await ask("public", "/blank.png")).headers["content-type"]).toBe("image/png");
  lab.requests.length = 0;
  await ask("public", "/blank.js", { headers: { host: HOST, cookie: "lab=1" } });
  expect(lab.requests[0]?.headers.cookie).toBe("lab=1");
});

test("a WebSocket is accepted and closed in order", async () => {
  lab.intercept();
  const socket = await visit(rootPem("interception"));
  socket.write(`GET /socket HTTP/1.1\r\nHost: ${HOST}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`);
  socket.write("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  let answer = "";
  socket.setEncoding("latin1").on("data", (chunk) => {
    answer += chunk;
  });
  await vi.waitUntil(() => answer.endsWith("\x88\x02\x03\xe8"));
  expect(answer).toMatch(/^HTTP\/1.1 101 /);
  // The key and its answer are those of RFC 6455 section 1.3.
  expect(answer).toContain("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
  const maskedClosure = Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe8]);
  socket.write(maskedClosure);
  await once(socket, "close");
});

test("an identity can be made beforehand, is private and is used again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rootwatch-lab-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = await createLabIdentity(folder);
  expect(files).toEqual(labFiles(folder));
  for (const path of [files.knowledge, join(folder, "public-root.key"), join(folder, "interception-root.key")]) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
  const knowledge = JSON.parse(readFileSync(files.knowledge, "utf8"));
  const other = await startLab({ folder });
  other.intercept({ sendRoot: true });
  const ca = readFileSync(other.files.roots.interception, "utf8");
  expect((await verifiedLeaf(ca, other.port)).subject).toBe(`CN=${HOST}`);
  await other.close();
  const { fingerprint256 } = new X509Certificate(ca);
  expect(knowledge.authorities[0].certificates[0].sha256).toBe(fingerprint256.replaceAll(":", "").toLowerCase());
  await expect(createLabIdentity(folder)).rejects.toThrow("EEXIST");
});
