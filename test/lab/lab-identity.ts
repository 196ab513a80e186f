import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Authority, createRoot, exportPrivateKey, importRoot } from "./certification-authority.ts";
import { describeLab } from "./lab-knowledge.ts";

/** The lab's three roots: the one a public programme would ship, the listed one of the interception, and one no list knows. */
export type RootName = "public" | "interception" | "unlisted";

const ROOTS: Readonly<Record<RootName, string>> = {
  public: "CN=Rootwatch Lab Public Root,O=Rootwatch Lab Trust Services,C=ZZ",
  interception: "CN=Rootwatch Lab Interception Root,O=Rootwatch Lab,C=ZZ",
  unlisted: "CN=Rootwatch Lab Unlisted Root,O=Rootwatch Lab Strangers,C=ZZ",
};

/** The files of a lab folder. Root certificates are PEM; `knowledge` is what the lab build of the extension must know. */
export interface LabFiles {
  readonly roots: Readonly<Record<RootName, string>>;
  readonly knowledge: string;
}

/** The paths of the lab's files in `folder`, whether or not they exist. */
export function labFiles(folder: string): LabFiles {
  const root = (name: RootName) => join(folder, `${name}-root.pem`);
  return {
    roots: { public: root("public"), interception: root("interception"), unlisted: root("unlisted") },
    knowledge: join(folder, "lab.json"),
  };
}

/**
 * Makes the lab's roots and writes them to `folder`, which must exist and be private to its owner: the private keys lie there.
 * The knowledge file is written last, so that where it exists the identity is whole.
 * @throws when the folder already holds an identity
 */
export async function createLabIdentity(folder: string): Promise<LabFiles> {
  const files = labFiles(folder);
  const roots = await everyRoot(async (name) => {
    const root = await createRoot({ name: ROOTS[name], algorithm: "rsa" });
    await writePrivately(keyFile(files, name), await exportPrivateKey(root.privateKey));
    await writePrivately(files.roots[name], root.path[0].toString("pem"));
    return root;
  });
  const knowledge = await describeLab(roots.interception.path[0], ROOTS.interception, roots.public.path[0]);
  await writePrivately(files.knowledge, JSON.stringify(knowledge, null, 2));
  return files;
}

/**
 * Reads the roots that `createLabIdentity` wrote to `folder`.
 * @throws when a file is missing or unreadable
 */
export async function readLabIdentity(folder: string): Promise<Readonly<Record<RootName, Authority>>> {
  const files = labFiles(folder);
  return everyRoot(async (name) =>
    importRoot(await readFile(files.roots[name], "utf8"), await readFile(keyFile(files, name), "utf8")),
  );
}

async function everyRoot(make: (name: RootName) => Promise<Authority>): Promise<Record<RootName, Authority>> {
  const [publicRoot, interception, unlisted] = await Promise.all([
    make("public"),
    make("interception"),
    make("unlisted"),
  ]);
  return { public: publicRoot, interception, unlisted };
}

function keyFile(files: LabFiles, name: RootName): string {
  return files.roots[name].replace(/\.pem$/, ".key");
}

function writePrivately(path: string, text: string): Promise<void> {
  return writeFile(path, text, { mode: 0o600, flag: "wx" });
}
