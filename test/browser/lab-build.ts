import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLabIdentity, labFiles } from "../lab/lab-identity.ts";

/** A lab's keys and the two extensions built to know its roots. */
export interface LabBuild {
  readonly folder: string;
  /** Folders of the unpacked extensions. */
  readonly chrome: string;
  readonly firefox: string;
}

/**
 * Makes a lab identity in a folder, unless one is there, and builds both extensions to know it.
 * @throws Error with the build's own words when it fails.
 */
export async function buildForLab(folder: string): Promise<LabBuild> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { knowledge } = existsSync(labFiles(folder).knowledge) ? labFiles(folder) : await createLabIdentity(folder);
  // A test runner sets NODE_ENV, and the build would follow it.
  const env = { ...process.env, NODE_ENV: "production", ROOTWATCH_LAB: knowledge, ROOTWATCH_OUT: folder };
  for (const mode of ["chrome", "firefox"]) {
    const words = ["build", "--mode", mode, "--emptyOutDir", "--logLevel", "warn"];
    const { status, stdout, stderr } = spawnSync("node_modules/.bin/vite", words, { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`the lab build failed:\n${stdout}${stderr}`);
  }
  return { folder, chrome: join(folder, "chrome"), firefox: join(folder, "firefox") };
}

declare module "vitest" {
  export interface ProvidedContext {
    labBuild: LabBuild;
  }
}

/** Runs once before the browser tests. */
export default async function setup(project: { provide: (key: "labBuild", value: LabBuild) => void }) {
  const folder = await mkdtemp(join(tmpdir(), "rootwatch-lab-"));
  project.provide("labBuild", await buildForLab(folder));
  return () => rm(folder, { recursive: true });
}
