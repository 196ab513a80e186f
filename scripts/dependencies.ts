import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import { Lockfile, PackageJson, shippedPackages } from "./shipped-packages.ts";

/** Licences under which code may be in what people install: each lets it be part of a work under MPL-2.0, given its text goes with it. */
const ALLOWED = ["(BSD-3-Clause OR GPL-2.0)", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0"];

/** What is wrong with the dependencies, a sentence each: versions that are not exact, packages without a hash or from elsewhere, licences. */
export function dependencyFaults(packageJson: PackageJson, lockfile: Lockfile): readonly string[] {
  const named = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies });
  const packages = Object.entries(lockfile.packages).filter(([path]) => path !== "");
  return [
    ...named
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `package.json: ${name} is "${version}", which is not one exact version`),
    ...packages
      .filter(([, { integrity = "" }]) => !/^sha512-[\w+/]{86}==$/.test(integrity))
      .map(([path]) => `package-lock.json: ${path} has no SHA-512`),
    // .npmrc leaves out where packages come from, so that they come from the registry that npm is set to.
    ...packages
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([path, { resolved }]) => `package-lock.json: ${path} comes from ${resolved}`),
    ...[...shippedPackages(lockfile)]
      .filter(([, { licence }]) => licence === null || !ALLOWED.includes(licence))
      .map(([id, { licence }]) => `${id} has the licence ${licence}, which is not on the list`),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));
  const faults = dependencyFaults(
    v.parse(PackageJson, await read("package.json")),
    v.parse(Lockfile, await read("package-lock.json")),
  );
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
