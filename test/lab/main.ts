import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { type Lab, startLab } from "./lab.ts";
import { createLabIdentity, labFiles } from "./lab-identity.ts";

/** Runs the lab by hand: `npm run lab [FOLDER]`. The roots in FOLDER are used again, or made there; without it they live until the end. */
async function main(): Promise<void> {
  const [, , argument] = process.argv;
  const folder = argument && resolve(argument);
  if (folder && !existsSync(labFiles(folder).knowledge)) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await createLabIdentity(folder);
  }
  const lab = await startLab(folder ? { folder } : {});
  const quit = async () => {
    await lab.close();
    process.exit();
  };
  process.on("SIGINT", quit).on("SIGTERM", quit);
  console.log(explain(lab));
  obey("i", lab, quit);
  if (process.stdin.isTTY) process.stdin.setRawMode(true);
  process.stdin.setEncoding("utf8").on("data", (keys) => {
    for (const key of keys.toString()) obey(key, lab, quit);
  });
}

function obey(key: string, lab: Lab, quit: () => void): void {
  // A terminal in raw mode sends Ctrl-C as a character instead of a signal.
  const interrupt = "\u0003";
  if (key === "i") {
    lab.intercept();
    console.log("Now every connection is intercepted under the listed root.");
  } else if (key === "u") {
    lab.intercept({ root: "unlisted" });
    console.log("Now every connection is intercepted under a root that no list knows.");
  } else if (key === "n") {
    lab.passThrough();
    console.log("Now every connection passes through; the genuine certificates are seen.");
  } else if (key === "q" || key === interrupt) quit();
  else if (key.trim() !== "") console.log("Keys: i, u, n and q.");
}

function explain(lab: Lab): string {
  const site = `https://www.google.com:${lab.port}/`;
  const home = `${lab.folder}/home`;
  const profile = `${lab.folder}/firefox`;
  return `
The lab is running. Whatever host a browser asks for, it is answered on this machine:
  ${site} goes through the proxy to the lab's site,
  https://www.google.com:${lab.originPort}/ goes past the proxy, and
  http://example.com:${lab.httpPort}/ is the same site without TLS.

The roots are ${Object.values(lab.files.roots).join(",\n  ")}.
To build Rootwatch so that it knows the first of them, and to load it from ${lab.folder}/chrome or ${lab.folder}/firefox:
  ROOTWATCH_LAB='${lab.files.knowledge}' ROOTWATCH_OUT='${lab.folder}' npx vite build --mode chrome
  ROOTWATCH_LAB='${lab.files.knowledge}' ROOTWATCH_OUT='${lab.folder}' npx vite build --mode firefox

To use Chromium with them:
  mkdir -p '${home}/.pki/nssdb'
${trust(lab, `${home}/.pki/nssdb`)}
  HOME='${home}' chromium ${process.getuid?.() === 0 ? "--no-sandbox " : ""}--user-data-dir='${home}/profile' --host-resolver-rules='MAP * 127.0.0.1' ${site}

To use Firefox with them:
  mkdir -p '${profile}'
${trust(lab, profile)}
  echo 'user_pref("network.dns.forceResolve", "127.0.0.1");' > '${profile}/user.js'
  firefox-esr --no-remote --profile '${profile}' ${site}

Keys: i intercepts under the listed root, u under a root that no list knows, n passes through, q quits.
`;
}

function trust(lab: Lab, database: string): string {
  const commands = Object.entries(lab.files.roots).map(
    ([name, path]) => `  certutil -d 'sql:${database}' -A -n 'rootwatch-lab-${name}' -t C,, -i '${path}'`,
  );
  return [`  certutil -d 'sql:${database}' -N --empty-password`, ...commands].join("\n");
}

await main();
