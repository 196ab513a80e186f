import { connect } from "node:tls";
import type { LabPage } from "../../browser/harness/lab-browser.ts";
import type { Lab } from "../../lab/lab.ts";

const HOSTS = 10;
const SUBRESOURCES = 120;

/** The address of a page with 120 images on 10 hosts that nobody was at before; their certificates are made beforehand. */
export async function freshPage(lab: Lab, name: string): Promise<string> {
  const hosts = Array.from({ length: HOSTS }, (_, number) => `${name}-${number}.example`);
  await Promise.all([`${name}.example`, ...hosts].map((host) => greet(lab.port, host)));
  const withPort = hosts.map((host) => `${host}:${lab.port}`).join(",");
  return `https://${name}.example:${lab.port}/with-images?count=${SUBRESOURCES}&hosts=${withPort}`;
}

/** From the navigation's start to the end of the load event, in milliseconds, by the page's own clock. */
export async function loadTime(page: LabPage, url: string): Promise<number> {
  await page.goto(url);
  const ended = `performance.getEntriesByType("navigation")[0]?.loadEventEnd > 0`;
  await page.waitFor({ expression: ended }, 30_000);
  return page.evaluate<number>(`performance.getEntriesByType("navigation")[0].duration`);
}

function greet(port: number, servername: string): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: "127.0.0.1", servername, rejectUnauthorized: false }, () => socket.end());
    socket.once("close", () => done());
    socket.once("error", fail);
  });
}
