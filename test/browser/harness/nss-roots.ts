import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Makes an NSS database in the folder in which the certificates of the PEM files are trusted to sign web servers, which
 * is what a user's "install this root" amounts to. One that is there already is left as it is.
 * @throws Error with certutil's own words when a file holds no certificate.
 */
export async function createNssDatabase(folder: string, roots: readonly string[]): Promise<void> {
  if (existsSync(join(folder, "cert9.db"))) return;
  const database = `sql:${folder}`;
  await mkdir(folder, { recursive: true });
  await run("certutil", ["-N", "-d", database, "--empty-password"]);
  for (const [index, root] of roots.entries()) {
    await run("certutil", ["-A", "-d", database, "-n", `lab root ${index}`, "-t", "C,,", "-i", root]);
  }
}
